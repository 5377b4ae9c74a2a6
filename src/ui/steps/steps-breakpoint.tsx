import { useEffect, useRef, useState } from "preact/hooks";
import { textLines } from "../../shared/line-map";
import { readExpression } from "../../steps/expression";
import { usePage } from "../page";
import { Button } from "../parts/button";
import "./steps-breakpoint.css";

const CHOICES = [
  ["stop", "Always stop"],
  ["condition", "Stop when true"],
  ["log", "Log this value"],
] as const;

const RUNS = [
  ["Run back to here", -1],
  ["Run to here", 1],
] as const;

/** The form for one breakpoint: whether it stops, on what condition, or lists a value instead. */
export function BreakpointForm({ onClose }: { onClose(): void }) {
  const { playground, shell } = usePage();
  const stepping = shell.stepping.value;
  const script = playground.scripts.current.value.id;
  const { line = 1, kind: usual = "stop" } = stepping?.editing.value ?? {};
  const point = stepping?.breakpoints.of(script).find((one) => one.line === line);
  const [kind, setKind] = useState(point === undefined || point.kind === "stop" ? usual : point.kind);
  const [text, setText] = useState(point !== undefined && point.kind !== "stop" ? point.text : "");
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const of = (selector: string) => form.current?.querySelector<HTMLElement>(selector);
    (of("input[type=text]") ?? of("input:checked"))?.focus();
  }, []);
  if (stepping === null) return null;
  const words = textLines(playground.scripts.current.value.source)[line - 1]?.trim() ?? "";

  const save = (event: Event) => {
    event.preventDefault();
    if (kind === "stop") stepping.breakpoints.set(script, { kind, line });
    else {
      const read = readExpression(text);
      if (!read.ok) return setProblem(read.message);
      stepping.breakpoints.set(script, { kind, line, text: text.trim() });
    }
    onClose();
  };
  return (
    <form ref={form} class="steps-breakpoint" onSubmit={save}>
      <fieldset>
        <legend>
          When line {line} is about to run{words === "" ? "" : ": "}
          {words !== "" && <code>{words}</code>}
        </legend>
        {CHOICES.map(([value, label]) => (
          <label key={value} class="check">
            <input type="radio" name="kind" checked={kind === value} onChange={() => setKind(value)} />
            {label}
          </label>
        ))}
      </fieldset>
      {kind !== "stop" && (
        <label class="steps-expression">
          Lua expression
          <input
            class="input"
            type="text"
            value={text}
            spellcheck={false}
            autocomplete="off"
            autocapitalize="off"
            placeholder={kind === "log" ? "order.total" : 'order.status == "late"'}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : "steps-breakpoint-problem"}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
      )}
      {problem !== null && (
        <p id="steps-breakpoint-problem" role="alert">
          {problem}
        </p>
      )}
      <div class="form-actions">
        {point !== undefined && (
          <Button
            onClick={() => {
              stepping.breakpoints.remove(script, line);
              onClose();
            }}
          >
            Remove
          </Button>
        )}
        <button type="submit" class="button is-main">
          Save
        </button>
      </div>
      {stepping.here.value && (
        <div class="form-actions">
          {RUNS.map(([label, direction]) => (
            <Button
              key={label}
              onClick={() => {
                onClose();
                stepping.runTo(direction, line);
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
    </form>
  );
}
