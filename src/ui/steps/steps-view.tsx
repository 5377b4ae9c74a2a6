import { useMemo } from "preact/hooks";
import type { StepsModel } from "../../app/steps";
import type { StepView } from "../../app/steps-session";
import { counted } from "../../shared/counted";
import { changesIn } from "../../steps/changes";
import type { ShownFrame, ShownThread, ShownVariable } from "../../steps/moment";
import { usePage } from "../page";
import { createFolds, type Folds, TreeItem } from "../panes/shared/tree";
import { show } from "../shell";
import { Logpoints } from "./logpoints";
import { StepsWatch } from "./steps-watch";
import { valueTree } from "./value-tree";
import "../panes/shared/shared.css";
import "./steps-view.css";

/** What can be seen at a step: the variables of a frame, watched expressions, and the call stack. */
export function StepsView() {
  const steps = usePage().shell.stepping.value?.steps;
  if (steps === undefined) return null;
  const state = steps.state.value;
  const view = steps.moment.value;
  if (state.kind !== "open" || view === null) {
    return (
      <div class="pane">
        <p class="pane-empty">{state.kind === "failed" ? state.message : "Replaying the run…"}</p>
      </div>
    );
  }
  return (
    <div class="pane steps-view">
      <div class="pane-body" aria-busy={view.step !== state.at}>
        <Variables steps={steps} view={view} />
        <StepsWatch steps={steps} view={view} />
        <Logpoints steps={steps} />
        <CallStack steps={steps} view={view} />
      </div>
    </div>
  );
}

interface Props {
  readonly steps: StepsModel;
  readonly view: StepView;
}

/** The variables of the chosen frame, with changes since the previous stop marked. */
function Variables({ steps, view }: Props) {
  const folds = useMemo(createFolds, []);
  const place = steps.frame.value;
  const { moment } = view;
  const thread = moment.threads[place.thread];
  const frame = thread?.frames[place.frame];
  const changes = useMemo(
    () => changesIn(view.before?.moment ?? null, moment, place, view.entered),
    [view, place],
  );
  if (thread === undefined || frame === undefined)
    return <p class="note steps-part">No script function is running at this step.</p>;
  const path = `${thread.id}.${thread.frames.length - place.frame}`;
  const shared = { folds, tables: moment.tables };
  return (
    <>
      <VariableList {...shared} title="Locals" path={path} variables={frame.locals} changed={changes.locals}>
        None yet.
      </VariableList>
      {frame.upvalues.length > 0 && (
        <VariableList
          {...shared}
          title="Upvalues"
          path={`${path}.up`}
          variables={frame.upvalues}
          changed={changes.upvalues}
        />
      )}
      {moment.globals.length > 0 && (
        <VariableList
          {...shared}
          title="Globals"
          path="global"
          variables={moment.globals}
          changed={changes.globals}
        />
      )}
    </>
  );
}

function VariableList(props: {
  readonly title: string;
  readonly path: string;
  readonly folds: Folds;
  readonly tables: StepView["moment"]["tables"];
  readonly variables: readonly ShownVariable[];
  readonly changed: ReadonlySet<string>;
  readonly children?: string;
}) {
  const { title, path, folds, tables, variables, changed, children } = props;
  return (
    <section class="steps-part" aria-label={title}>
      <h3>{title}</h3>
      {variables.length === 0 && <p class="note">{children}</p>}
      <ul class="tree">
        {variables.map(({ name, value }) => (
          <li key={name} class={changed.has(name) ? "is-changed" : ""}>
            <TreeItem
              label={name}
              value={valueTree(value, tables)}
              path={`${path}.${name}`}
              folds={folds}
              open={false}
            />
            {changed.has(name) && <span class="steps-changed">changed</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The open functions, innermost first, including those of a coroutine and of the threads waiting for it. */
function CallStack({ steps, view }: Props) {
  const { threads } = view.moment;
  return (
    <section class="steps-part" aria-label="Call stack">
      <h3>Call stack</h3>
      {threads.map((thread, index) => (
        <div key={thread.id}>
          {threads.length > 1 && <h4>{threadTitle(thread, index)}</h4>}
          <ol class="steps-frames">
            {thread.frames.map((frame, at) => (
              <li key={thread.frames.length - at}>
                <Frame steps={steps} frame={frame} thread={index} at={at} />
              </li>
            ))}
          </ol>
          {thread.skipped > 0 && <p class="note">{counted(thread.skipped, "outer function")} not shown.</p>}
        </div>
      ))}
    </section>
  );
}

function threadTitle({ id }: ShownThread, index: number): string {
  const name = id === 0 ? "Main thread" : `Coroutine ${id}`;
  return index === 0 ? name : `${name}, waiting`;
}

function Frame(props: {
  readonly steps: StepsModel;
  readonly frame: ShownFrame;
  readonly thread: number;
  readonly at: number;
}) {
  const { steps, frame, thread, at } = props;
  const { playground, shell } = usePage();
  const chosen = steps.frame.value;
  const isChosen = chosen.thread === thread && chosen.frame === at;
  const choose = () => {
    steps.choose({ thread, frame: at });
    const state = steps.state.peek();
    if (state.kind !== "open") return;
    playground.scripts.select(state.scriptId);
    show(shell, "code");
    // After the view has switched back on a phone: a hidden editor cannot scroll.
    requestAnimationFrame(() => shell.editor.peek()?.reveal(frame.line));
  };
  return (
    <button type="button" class="steps-frame" aria-current={isChosen} onClick={choose}>
      <span>{frame.what}</span> <span class="note">line {frame.line}</span>
    </button>
  );
}
