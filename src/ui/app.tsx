import { computed, useComputed } from "@preact/signals";
import { useLayoutEffect, useMemo } from "preact/hooks";
import type { Playground } from "../app/playground";
import { isLessonScript } from "../app/script-names";
import { watchTheme } from "../app/theme";
import { whenIdle } from "../shared/idle";
import { lineMap } from "../shared/line-map";
import { LiveBand } from "./bar/mode-switch";
import { RunStatus } from "./bar/run-controls";
import { TopBar } from "./bar/top-bar";
import { BottomNav } from "./bottom-nav";
import { COMMANDS } from "./commands/commands";
import { listenForKeys, listenForLaterKeys } from "./commands/keys";
import { OpenDialog } from "./dialogs/open-dialog";
import { EditorArea } from "./editor-area";
import { Notices } from "./notices";
import { type Page, PageContext } from "./page";
import { PANES } from "./pane-sizes";
import { Boundary } from "./parts/boundary";
import { loadMenuIcons } from "./parts/icon";
import { lazy, Once } from "./parts/lazy";
import { Split } from "./parts/split";
import { createShell, frontView, show } from "./shell";
import { SidePane } from "./side-pane";
import { Sidebar } from "./sidebar/sidebar";
import { watchSends } from "./unseen-sends";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/menus.css";
import "./styles/controls.css";
import "./styles/layout.css";
import "./styles/sidebar.css";
import "./styles/notices.css";
import "./styles/narrow.css";
import "./styles/dialog.css";

const StepsParts = lazy("the steps", async () => (await import("./steps/steps-parts")).StepsParts, null);
// Loaded immediately but separately: the script is shown before its output can be.
const ConsolePane = lazy(
  "the console",
  async () => (await import("./panes/console/console-pane")).ConsolePane,
);

const LiveParts = lazy("live mode", async () => (await import("./live-parts")).LiveParts, null);

const SharingDialog = lazy(
  "the link dialog",
  async () => (await import("./share/sharing-dialog")).SharingDialog,
  null,
);

const DropZone = lazy("drag and drop", async () => (await import("./drop-zone")).DropZone, null);

/** The whole page. `editorHost`: the script editor's element, which the page moves into place. */
export function App({ playground, editorHost }: { playground: Playground; editorHost: HTMLElement }) {
  const page = useMemo(() => createPage(playground), []);
  const { shell } = page;
  const theme = useComputed(() => playground.settings.settings.value.theme);
  const dark = useMemo(() => watchTheme(theme, document.documentElement), []);
  // Not in an effect, which would wait for the next frame: a key pressed before it would be lost.
  useLayoutEffect(() => watchPage(page), []);
  const layout = shell.layout.value;
  const stepping = shell.stepping.value;
  const flowing = layout !== "narrow";
  // Nothing outside a modal dialog can be pressed, so that dialog shows them itself.
  const notices = shell.dialog.value === "world" ? null : <Notices />;
  return (
    <PageContext.Provider value={page}>
      <div
        class="app"
        data-layout={layout}
        data-view={shell.view.value}
        data-mode={playground.mode.mode.value}
      >
        <Boundary label="the live banner">
          <LiveBand />
        </Boundary>
        <Boundary label="the top bar">
          <TopBar />
        </Boundary>
        <main class="workspace">
          <Split
            id="columns"
            direction="horizontal"
            panes={[
              {
                key: "sidebar",
                label: "scripts and examples",
                min: PANES.sidebar.min,
                size: PANES.sidebar.wide,
                inFlow: layout === "wide",
                content: (
                  <Boundary label="the script list">
                    <Sidebar />
                  </Boundary>
                ),
              },
              {
                key: "centre",
                label: "script and console",
                min: PANES.centre.min,
                size: PANES.centre[layout === "wide" ? "wide" : "medium"],
                inFlow: flowing,
                content: (
                  <Split
                    id="rows"
                    direction="vertical"
                    panes={[
                      {
                        key: "editor",
                        label: "script",
                        ...PANES.editor,
                        inFlow: flowing,
                        content: (
                          <>
                            <Boundary label="the editor">
                              <EditorArea host={editorHost} dark={dark} />
                            </Boundary>
                            {flowing && notices}
                          </>
                        ),
                      },
                      {
                        key: "console",
                        label: "console",
                        ...PANES.console,
                        inFlow: flowing,
                        content: (
                          <section class="console-area" aria-label="Console" data-region="Console">
                            <h2 class="visually-hidden">Console</h2>
                            <Boundary label="the console">
                              <ConsolePane />
                            </Boundary>
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
                min: PANES.side.min,
                size: PANES.side[layout === "wide" ? "wide" : "medium"],
                inFlow: flowing,
                content: <SidePane />,
              },
            ]}
          />
          {/* Below the view, so nothing moves down when it comes. */}
          {layout === "narrow" ? <RunStatus /> : null}
        </main>
        {stepping === null ? null : <StepsParts stepping={stepping} />}
        {layout === "narrow" ? <BottomNav /> : null}
        {!flowing && notices}
        <DropZone onOpened={() => show(shell, "code")} />
        <Boundary label="live mode">
          {/* A run's question may outlast the mode. */}
          <Once when={playground.mode.mode.value === "live"}>{() => <LiveParts />}</Once>
        </Boundary>
        <Boundary of={shell.dialog.value ?? ""} label="the dialog">
          <OpenDialog />
        </Boundary>
        <Boundary of={shell.sharing.value?.kind} label="the sharing dialog">
          <Once when={shell.sharing.value !== null}>{() => <SharingDialog />}</Once>
        </Boundary>
      </div>
    </PageContext.Provider>
  );
}

function createPage(playground: Playground): Page {
  const { run, scripts } = playground;
  const shell = createShell();
  const state = { playground, shell };
  return {
    ...state,
    runCommand: (id) => COMMANDS[id].run(state),
    revealLine(line) {
      const phase = run.phase.peek();
      let at = line;
      if (phase.kind !== "idle") {
        scripts.select(phase.scriptId);
        if (run.stale.peek() === "edited") at = lineMap(phase.source, scripts.current.peek().source)(line);
      }
      const reveal = () => shell.editor.peek()?.reveal(at);
      const hidden = shell.layout.peek() === "narrow" && shell.view.peek() !== "code";
      show(shell, "code");
      // A hidden editor cannot scroll. One in view takes the keys immediately, so none is lost.
      if (hidden) requestAnimationFrame(reveal);
      else reveal();
    },
    openExample(name, source, edited) {
      if (edited) scripts.open(name, source);
      else scripts.openExample(name, source);
      show(shell, "code");
    },
    showMessage(id) {
      shell.jumps.message.value = id;
      show(shell, "phone");
    },
    showCall(id) {
      shell.jumps.call.value = id;
      show(shell, "calls");
    },
  };
}

/** Follows the address: immediately if it names something, otherwise when idle. Returns a function that stops it. */
function watchAddressLater(page: Page): () => void {
  const { notices, scripts } = page.playground;
  // It may change before the watcher has loaded.
  const opened = { view: frontView(page.shell), script: scripts.current.peek().id };
  let ended = false;
  let stop = () => {};
  const begin = () =>
    notices.attemptLoading("open this address", async () => {
      const { watchAddress } = await import("./address/watch-address");
      if (!ended) stop = watchAddress(page, opened);
    });
  if (location.hash.length > 1 || location.search !== "") void begin();
  else stop = whenIdle(begin, 5_000);
  return () => {
    ended = true;
    stop();
  };
}

/** Listens for keys, links and requests to bring a view to the front. Returns a function that stops it. */
function watchPage(page: Page): () => void {
  const { playground, shell } = page;
  const { docs, lessons, run, scripts } = playground;
  // A returning learner finds the lesson beside the code.
  if (isLessonScript(scripts.current.peek().id)) shell.tab.value = "lesson";
  // Once per run, not at each call: the person may have switched to another view.
  const running = computed(() => run.phase.value.kind === "running");
  const stops = [
    listenForKeys(page),
    listenForLaterKeys(page),
    whenIdle(loadMenuIcons, 5_000),
    watchAddressLater(page),
    watchSends(page),
    running.subscribe((began) => began && show(shell, "console")),
    docs.opened.subscribe((count) => count > 0 && show(shell, "docs")),
    lessons.opened.subscribe((count) => count > 0 && show(shell, "lesson")),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
