/** Reports what a page shows, and when. */

/** Elements, and a text that one of them shows sooner or later. */
interface Shown {
  /** A frame of the same origin that holds them. */
  readonly frame?: string;
  readonly selector: string;
  readonly text: string;
}

/** Milliseconds from the start of the navigation. */
export type Marks = Partial<Record<"visible" | "typed" | "output", number>>;

export type Watched = Readonly<Partial<Record<keyof Marks, Shown>>>;

declare const reportStartMarks: (marks: string) => void;

/**
 * Checks before each frame whether the page shows what is watched, and reports when it has been painted: `Marks` as JSON.
 * Self-contained, since only its text is sent to the page.
 */
export function watchStart(watched: Watched): void {
  if (self !== top) return;
  const shows = ({ frame, selector, text }: Shown) => {
    const element = frame === undefined ? null : document.querySelector(frame);
    const inside = element instanceof HTMLIFrameElement ? element.contentDocument : null;
    const root = frame === undefined ? document : inside;
    return [...(root?.querySelectorAll(selector) ?? [])].some((one) => {
      const content = one instanceof HTMLTextAreaElement ? one.value : (one.textContent ?? "");
      // Monaco writes spaces that do not break.
      return (
        content.replaceAll("\u00a0", " ").includes(text) && one.checkVisibility({ visibilityProperty: true })
      );
    });
  };
  const waiting = new Set<keyof Marks>(["visible", "typed", "output"]);
  const look = () => {
    for (const name of waiting) {
      const sought = watched[name];
      if (sought !== undefined && !shows(sought)) continue;
      waiting.delete(name);
      // Painted by then.
      if (sought !== undefined)
        requestAnimationFrame(() => reportStartMarks(JSON.stringify({ [name]: performance.now() })));
    }
    if (waiting.size > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
