import { CircleCheck, CircleX } from "lucide";
import { useEffect, useMemo } from "preact/hooks";
import { startRehearsal } from "../../../app/rehearsal";
import type { Course } from "../../../lessons/course";
import { usePlayground } from "../../page";
import { Dialog } from "../../parts/dialog";
import { Icon } from "../../parts/icon";

/** Tries a teacher's course while open, and lists the answers that don't do their job. */
export function RehearsalDialog({ course, onClose }: { course: Course; onClose(): void }) {
  const { run } = usePlayground();
  const rehearsal = useMemo(() => startRehearsal(course, run), [course]);
  useEffect(() => rehearsal.stop, [rehearsal]);
  const { tried, wrong, over } = rehearsal.state.value;
  const fine = wrong.length === 0;
  return (
    <Dialog title={`Testing all answers: ${course.title}`} class="lesson-rehearsal" onClose={onClose}>
      <p class="note">
        Starter code must fail. Solutions and answers in <code>right</code> must pass. Answers in{" "}
        <code>wrong</code> must fail the check they name. Examples in the texts must run.
      </p>
      <p role="status" class={over ? (fine ? "lesson-passed" : "lesson-failed") : "lesson-progress"}>
        {over && <Icon node={fine ? CircleCheck : CircleX} size={16} />}
        {`${tried} tested${over ? "" : " so far"}, ${found(wrong.length)}.`}
      </p>
      {!fine && (
        <ul class="lesson-failures">
          {wrong.map(({ lesson, file, problem }, index) => (
            <li key={index}>
              <p>
                <code>{`${lesson}/${file}`}</code>
                {`: ${problem}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function found(wrong: number): string {
  if (wrong === 0) return "all as expected";
  return wrong === 1 ? "1 not as expected" : `${wrong} not as expected`;
}
