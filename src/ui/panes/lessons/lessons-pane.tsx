import { useEffect, useState } from "preact/hooks";
import { messageOf } from "../../../shared/message-of";
import { usePlayground } from "../../page";
import { Button } from "../../parts/button";
import { CourseBar } from "./course-bar";
import { LessonFoot } from "./lesson-foot";
import { LessonText } from "./lesson-text";
import "../shared/shared.css";
import "../docs/docs.css";
import "./lessons.css";

/** The open lesson: its text, its actions, and the outcome of the last check. */
export function LessonsPane() {
  const { lessons: door } = usePlayground();
  const [failed, setFailed] = useState<string | null>(null);
  const load = () => {
    setFailed(null);
    door.load().catch((error: unknown) => setFailed(messageOf(error)));
  };
  useEffect(load, []);
  const lessons = door.model.value;
  if (failed !== null) {
    return (
      <div class="placeholder" role="alert">
        <p>The lessons could not be loaded. Check the connection, then try again.</p>
        <p class="faint">{failed}</p>
        <Button onClick={load}>Try again</Button>
      </div>
    );
  }
  if (lessons === null) return <p class="placeholder busy">Loading…</p>;
  return (
    <div class="pane lessons">
      <CourseBar lessons={lessons} />
      <LessonText lessons={lessons} />
      <LessonFoot lessons={lessons} />
    </div>
  );
}
