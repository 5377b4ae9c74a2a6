import { Plus } from "lucide";
import { useRef } from "preact/hooks";
import type { LessonsDoor } from "../../app/lessons-door";
import { openFiles } from "../open-files";
import { usePage } from "../page";
import { ArrowList } from "../parts/arrow-list";
import { IconButton } from "../parts/button";
import { FileField } from "../parts/file-field";
import { lazy } from "../parts/lazy";
import { show } from "../shell";
import { ScriptRow } from "./script-row";

const ExampleList = lazy("the examples", async () => (await import("./example-list")).ExampleList);

/** Scripts and examples. A drawer (native popover) where the page is too narrow for a column. */
export function Sidebar() {
  const { playground, shell } = usePage();
  const { scripts } = playground;
  const aside = useRef<HTMLElement>(null);
  const drawer = shell.layout.value === "medium";

  const done = () => {
    if (drawer) aside.current?.hidePopover();
    show(shell, "code");
  };

  return (
    <aside
      ref={aside}
      id="sidebar"
      class={drawer ? "sidebar is-drawer" : "sidebar"}
      aria-label="Scripts and examples"
      data-region="Scripts and examples"
      {...(drawer ? { popover: "auto" as const } : {})}
    >
      <section class="scripts" aria-labelledby="scripts-heading">
        <div class="section-head">
          <h2 id="scripts-heading">Scripts</h2>
          <IconButton
            icon={Plus}
            label="New script"
            onClick={() => {
              scripts.create("untitled.lua", "");
              done();
              shell.editor.value?.focus();
            }}
          />
          <FileField
            field={shell.filePicker}
            label="Open .lua files"
            accept=".lua,.txt"
            multiple
            onFiles={(files) => void openFiles(playground, files).then((added) => added && done())}
          />
        </div>
        <ArrowList label="Scripts" class="script-list" start=".is-current .row-main">
          <ul class="rows">
            {scripts.texts.value.map((script) => (
              <ScriptRow key={script.id} script={script} onSelected={done} />
            ))}
          </ul>
        </ArrowList>
      </section>
      <ArrowList label="Lessons and examples" class="library">
        <LearnSection
          lessons={playground.lessons}
          onOpened={() => {
            if (drawer) aside.current?.hidePopover();
            playground.lessons.show();
          }}
        />
        <section class="examples" aria-labelledby="examples-heading">
          <div class="section-head">
            <h2 id="examples-heading">Examples</h2>
          </div>
          <ExampleList onOpened={done} />
        </section>
      </ArrowList>
    </aside>
  );
}

const LessonList = lazy("the lessons", async () => (await import("../panes/lessons/lesson-list")).LessonList);

/** Opens the lessons, or lists them once they are loaded. */
function LearnSection({ lessons, onOpened }: { lessons: LessonsDoor; onOpened(): void }) {
  const model = lessons.model.value;
  return (
    <section class="learn" aria-labelledby="learn-heading">
      <div class="section-head">
        <h2 id="learn-heading">Learn</h2>
      </div>
      {lessons.coming.value ? (
        <p class="placeholder busy">Loading…</p>
      ) : model === null ? (
        <div class="rows">
          <button type="button" class="row-main example" onClick={onOpened}>
            Lessons
          </button>
        </div>
      ) : (
        <LessonList lessons={model} onOpened={onOpened} />
      )}
    </section>
  );
}
