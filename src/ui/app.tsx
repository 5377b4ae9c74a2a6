import { useComputed } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { isLessonScript } from "../app/lessons-door";
import type { Playground } from "../app/playground";
import { watchTheme } from "../app/theme";
import { LiveBand } from "./bar/live-band";
import { TopBar } from "./bar/top-bar";
import { BottomNav } from "./bottom-nav";
import { findCommand } from "./commands/command";
import { createCommands } from "./commands/commands";
import { OpenDialog } from "./dialogs/open-dialog";
import { PermissionDialog } from "./dialogs/permission-dialog";
import { DropZone } from "./drop-zone";
import { EditorArea } from "./editor-area";
import { listenForKeys } from "./keys";
import { Notices } from "./notices";
import type { PaneProps } from "./pane-props";
import { Lazy } from "./parts/lazy";
import { Split } from "./parts/split";
import { SharingDialog } from "./share/sharing-dialog";
import { watchLinks } from "./share/watch-links";
import { createShell, show } from "./shell";
import { SidePane } from "./side-pane";
import { Sidebar } from "./sidebar/sidebar";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/menus.css";
import "./styles/controls.css";
import "./styles/layout.css";
import "./styles/sidebar.css";
import "./styles/notices.css";
import "./styles/narrow.css";
import "./styles/dialog.css";

// At once, but apart: the script is shown before its output can be.
const loadConsole = async () => (await import("./panes/console/console-pane")).ConsolePane;

interface Props {
  readonly playground: Playground;
  /** An element of its own for the script editor; the page puts it in its place. */
  readonly editorHost: HTMLElement;
}

/** The whole page. */
export function App({ playground, editorHost }: Props) {
  const shell = useMemo(createShell, []);
  const theme = useComputed(() => playground.settings.settings.value.theme);
  const dark = useMemo(() => watchTheme(theme, document.documentElement), []);
  const layout = shell.layout.value;
  const flowing = layout !== "narrow";

  const commands = useMemo(() => createCommands(playground, shell), []);
  useEffect(() => listenForKeys(commands), []);
  useEffect(() => watchLinks(playground, shell), []);
  // Once a run, not at each of its calls: a person may have turned to another view meanwhile.
  const running = useComputed(() => playground.run.phase.value.kind === "running");
  useEffect(
    () =>
      running.subscribe((began) => {
        if (began) show(shell, "console");
      }),
    [],
  );

  // Asked for from elsewhere: a call's explanation, a hover.
  useEffect(() => playground.docs.opened.subscribe((count) => count > 0 && show(shell, "docs")), []);

  // A learner who comes back finds the lesson beside the code.
  useEffect(() => {
    if (isLessonScript(playground.scripts.current.peek().id)) shell.tab.value = "lesson";
  }, []);
  useEffect(() => playground.lessons.opened.subscribe((count) => count > 0 && show(shell, "lesson")), []);

  const panes: PaneProps = {
    playground,
    onRevealLine(line) {
      const phase = playground.run.phase.peek();
      if (phase.kind === "ended") playground.scripts.select(phase.scriptId);
      show(shell, "code");
      // After the view is back on a phone: a hidden editor cannot scroll.
      requestAnimationFrame(() => shell.editor.peek()?.reveal(line));
    },
    onShowCode: () => show(shell, "code"),
    onOpenScript(name, source) {
      const same = playground.scripts.all.peek().find((script) => script.source === source);
      if (same === undefined) playground.scripts.create(name, source);
      else playground.scripts.select(same.id);
      show(shell, "code");
    },
    onShowMessage(id) {
      shell.jumps.message.value = id;
      show(shell, "phone");
    },
    onShowCall(id) {
      shell.jumps.call.value = id;
      show(shell, "calls");
    },
    onTour: findCommand(commands, "tour").run,
    onCopyLesson: findCommand(commands, "copy-lesson-link").run,
    onEditWorld() {
      shell.dialog.value = "world";
    },
    jumps: shell.jumps,
  };

  return (
    <div class="app" data-layout={layout} data-view={shell.view.value} data-mode={playground.mode.mode.value}>
      <LiveBand playground={playground} />
      <TopBar playground={playground} shell={shell} commands={commands} onRevealLine={panes.onRevealLine} />
      <main class="workspace">
        <Split
          id="columns"
          direction="horizontal"
          settings={playground.settings}
          panes={[
            {
              key: "sidebar",
              label: "scripts and examples",
              min: 170,
              size: 17,
              inFlow: layout === "wide",
              content: <Sidebar playground={playground} shell={shell} />,
            },
            {
              key: "centre",
              label: "script and console",
              min: 320,
              size: layout === "wide" ? 50 : 58,
              inFlow: flowing,
              content: (
                <Split
                  id="rows"
                  direction="vertical"
                  settings={playground.settings}
                  panes={[
                    {
                      key: "editor",
                      label: "script",
                      min: 120,
                      size: 62,
                      inFlow: flowing,
                      content: (
                        <EditorArea playground={playground} shell={shell} host={editorHost} dark={dark} />
                      ),
                    },
                    {
                      key: "console",
                      label: "console",
                      min: 80,
                      size: 38,
                      inFlow: flowing,
                      content: (
                        <section class="console-area" aria-label="Console" data-region="Console">
                          <h2 class="visually-hidden">Console</h2>
                          <Lazy label="The console" load={loadConsole} props={panes} />
                        </section>
                      ),
                    },
                  ]}
                />
              ),
            },
            {
              key: "side",
              label: "lesson, docs, phone, calls and accounts",
              min: 260,
              size: layout === "wide" ? 33 : 42,
              inFlow: flowing,
              content: <SidePane {...panes} shell={shell} />,
            },
          ]}
        />
      </main>
      {layout === "narrow" ? <BottomNav playground={playground} shell={shell} /> : null}
      {/* Beside a modal dialog nothing can be pressed, so that dialog shows them itself. */}
      {shell.dialog.value === "world" ? null : <Notices notices={playground.notices} />}
      <DropZone playground={playground} onOpened={() => show(shell, "code")} />
      <PermissionDialog playground={playground} />
      <OpenDialog playground={playground} shell={shell} commands={commands} />
      <SharingDialog playground={playground} shell={shell} />
    </div>
  );
}
