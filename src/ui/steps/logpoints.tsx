import { type LogTable, MOST_ROWS } from "../../app/breakpoint-hits";
import type { StepsModel } from "../../app/steps";
import { count } from "../../shared/counted";
import { shortValue } from "../../steps/short-value";
import { usePage } from "../page";
import "./logpoints.css";

/** The values listed by the run's logpoints, each linked to its step. Renders nothing without logpoints. */
export function Logpoints({ steps }: { steps: StepsModel }) {
  const stepping = usePage().shell.stepping.value;
  const state = steps.state.value;
  if (stepping === null || state.kind !== "open") return null;
  return (
    <>
      {stepping.hits.value.logs.map((log) => (
        <LogList key={`${log.line} ${log.text}`} log={log} at={state.at} onStep={steps.go} />
      ))}
    </>
  );
}

function LogList({ log, at, onStep }: { log: LogTable; at: number; onStep(step: number): void }) {
  const { line, text, rows, visits } = log;
  return (
    <section class="logpoint" aria-label={`Logpoint at line ${line}`}>
      <h3>
        Line {line}: <code>{text}</code>
      </h3>
      {rows.length === 0 ? (
        <p class="note">The run didn't reach this line.</p>
      ) : (
        <div class="logpoint-rows">
          <table>
            <thead>
              <tr>
                <th scope="col">Step</th>
                <th scope="col">Value</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ step, value }) => (
                <tr key={step} aria-current={step === at ? "step" : undefined}>
                  <td>
                    <button type="button" class="link" onClick={() => onStep(step)}>
                      {count(step)}
                    </button>
                  </td>
                  <td>
                    {value.ok ? <code>{shortValue(value.value, value.tables, 120)}</code> : value.message}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {visits > rows.length && (
        <p class="note">
          Showing the first {count(MOST_ROWS)} of {count(visits)} visits.
        </p>
      )}
    </section>
  );
}
