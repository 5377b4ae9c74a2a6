import { Pencil, Plus, Trash2 } from "lucide";
import { useMemo, useRef, useState } from "preact/hooks";
import type { StepWatch } from "../../app/step-watches";
import type { StepsModel } from "../../app/steps";
import type { StepView } from "../../app/steps-session";
import type { Evaluated } from "../../steps/replay-protocol";
import { createFolds, type Folds, TreeItem } from "../panes/shared/tree";
import { Button } from "../parts/button";
import { valueTree } from "./value-tree";

/** Expressions over the variables of the chosen frame, evaluated at each step. */
export function StepsWatch({ steps, view }: { steps: StepsModel; view: StepView }) {
  const { list, add, change, remove } = steps.watches;
  const folds = useMemo(createFolds, []);
  const field = useRef<HTMLInputElement>(null);
  const [editing, edit] = useState<number | null>(null);
  const watches = list.value;
  // Only expressions that could be parsed are evaluated.
  const valid = watches.filter(({ read }) => read?.ok === true);
  return (
    <section class="steps-part" aria-label="Watch">
      <h3>Watch</h3>
      {watches.length > 0 && (
        <ul class="steps-watches">
          {watches.map((watch) => (
            <li key={watch.id}>
              {editing === watch.id ? (
                <WatchField
                  label={`Change ${watch.text}`}
                  text={watch.text}
                  onDone={(text) => {
                    edit(null);
                    if (text !== null && text !== watch.text) void change(watch.id, text);
                  }}
                />
              ) : (
                <>
                  <div class="tree">
                    <code>{watch.text}</code>{" "}
                    <WatchValue watch={watch} value={view.watches[valid.indexOf(watch)]} folds={folds} />
                  </div>
                  <Button icon={Pencil} label={`Change ${watch.text}`} onClick={() => edit(watch.id)} />
                  <Button
                    icon={Trash2}
                    label={`Stop watching ${watch.text}`}
                    onClick={() => {
                      remove(watch.id);
                      field.current?.focus();
                    }}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <form
        class="steps-watch-new"
        onSubmit={(event) => {
          event.preventDefault();
          const text = field.current?.value.trim() ?? "";
          if (text === "" || field.current === null) return;
          field.current.value = "";
          void add(text);
        }}
      >
        <input
          ref={field}
          class="input"
          aria-label="Expression to watch"
          placeholder="An expression, such as #orders"
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
        />
        <Button type="submit" icon={Plus}>
          Watch
        </Button>
      </form>
    </section>
  );
}

/** A field for an expression: Enter keeps what was typed, Escape does not. */
function WatchField(props: { label: string; text: string; onDone(text: string | null): void }) {
  const { label, text, onDone } = props;
  const done = useRef(false);
  const end = (value: string | null) => {
    if (done.current) return;
    done.current = true;
    onDone(value === "" ? null : value);
  };
  return (
    <input
      ref={(field) => field?.focus()}
      class="input"
      aria-label={label}
      defaultValue={text}
      spellcheck={false}
      autocomplete="off"
      autocapitalize="off"
      onBlur={(event) => end(event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        event.preventDefault();
        end(event.key === "Enter" ? event.currentTarget.value.trim() : null);
      }}
    />
  );
}

function WatchValue(props: { watch: StepWatch; value: Evaluated | undefined; folds: Folds }) {
  const { watch, value, folds } = props;
  if (watch.read?.ok === false) return <span class="steps-wrong">{watch.read.message}</span>;
  if (value === undefined) return <span class="tree-other">…</span>;
  if (!value.ok) return <span class="steps-wrong">{value.message}</span>;
  return (
    <TreeItem value={valueTree(value.value, value.tables)} path={`${watch.id}`} folds={folds} open={false} />
  );
}
