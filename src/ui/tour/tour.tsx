/** A tour of the page: a few cards, each beside what it describes. People can leave it at any moment. */
import { render } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../parts/button";
import { type Shell, show, type View } from "../shell";
import "./tour.css";

let host: HTMLElement | null = null;

/** Starts or restarts the tour. When it ends, the focus returns to where it was. */
export function openTour(shell: Shell): void {
  const before = document.activeElement;
  const [view, tab] = [shell.view.peek(), shell.tab.peek()];
  const end = () => {
    if (host === null) return;
    shell.view.value = view;
    shell.tab.value = tab;
    render(null, host);
    host.remove();
    host = null;
    if (before instanceof HTMLElement && before !== document.body) before.focus();
    else shell.editor.peek()?.focus();
  };
  end();
  host = document.createElement("div");
  document.body.append(host);
  render(<Tour shell={shell} onEnd={end} />, host);
}

function Tour({ shell, onEnd }: { shell: Shell; onEnd(): void }) {
  const [at, setAt] = useState(0);
  const card = useRef<HTMLDivElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  const step = TOUR[at];
  const point = (selector: string) => {
    const target = document.querySelector(selector);
    if (card.current !== null) place(card.current, target);
    if (ring.current !== null) surround(ring.current, target);
  };
  useLayoutEffect(() => {
    if (step !== undefined && step.view !== null) show(shell, step.view);
    // After the change of view, once everything is in place.
    const frame = requestAnimationFrame(() => {
      const element = card.current;
      if (element === null || step === undefined) return;
      if (!element.matches(":popover-open")) element.showPopover();
      point(step.target);
      element.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [at]);
  useEffect(() => {
    const again = () => step !== undefined && point(step.target);
    addEventListener("resize", again);
    return () => removeEventListener("resize", again);
  }, [at]);
  if (step === undefined) return null;
  const last = at === TOUR.length - 1;
  return (
    <>
      <div ref={ring} class="tour-ring" />
      <div
        ref={card}
        class="tour-card"
        popover="manual"
        role="dialog"
        aria-labelledby="tour-title"
        aria-describedby="tour-text"
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          onEnd();
        }}
      >
        <h2 id="tour-title">{step.title}</h2>
        <p id="tour-text">{step.text}</p>
        <div class="tour-foot">
          <span class="faint">
            {at + 1} of {TOUR.length}
          </span>
          {last ? null : (
            <Button look="quiet" onClick={onEnd}>
              Skip the tour
            </Button>
          )}
          {at === 0 ? null : <Button onClick={() => setAt(at - 1)}>Back</Button>}
          <Button look="main" onClick={() => (last ? onEnd() : setAt(at + 1))}>
            {last ? "Done" : "Next"}
          </Button>
        </div>
      </div>
    </>
  );
}

function surround(ring: HTMLElement, target: Element | null): void {
  const at = target?.getBoundingClientRect();
  ring.hidden = at === undefined;
  if (at === undefined) return;
  ring.style.left = `${at.left}px`;
  ring.style.top = `${at.top}px`;
  ring.style.width = `${at.width}px`;
  ring.style.height = `${at.height}px`;
}

const GAP = 10;

/** Places the card below, above or beside what it describes or, if there is no room, over its middle. */
function place(card: HTMLElement, target: Element | null): void {
  const { offsetWidth: width, offsetHeight: height } = card;
  const at = target?.getBoundingClientRect() ?? new DOMRect(innerWidth / 2, innerHeight / 2, 0, 0);
  const spots = [
    { left: at.left, top: at.bottom + GAP },
    { left: at.left, top: at.top - height - GAP },
    { left: at.left - width - GAP, top: at.top + GAP },
    { left: at.right + GAP, top: at.top + GAP },
  ];
  const middle = { left: at.left + (at.width - width) / 2, top: at.top + (at.height - height) / 2 };
  const free = spots.find(
    ({ left, top }) => left >= 0 && top >= 0 && left + width <= innerWidth && top + height <= innerHeight,
  );
  const { left, top } = free ?? middle;
  card.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  card.style.top = `${Math.max(8, Math.min(top, innerHeight - height - 8))}px`;
}

interface TourStep {
  readonly target: string;
  /** The view that must be in front for it, or `null` for any. */
  readonly view: View | null;
  readonly title: string;
  readonly text: string;
}

const TOUR: readonly TourStep[] = [
  {
    target: "[data-region='Script']",
    view: "code",
    title: "Your script",
    text: "Lua, saved in this browser as you type. Completion and hover know every function, template and contact.",
  },
  {
    target: ".run-button",
    view: "code",
    title: "Run it",
    text: "It runs in a sandbox: only app.integrations is reachable. Stop always works.",
  },
  {
    target: "[data-region='Console']",
    view: "console",
    title: "Output",
    text: "What the script prints and returns, and errors with their line.",
  },
  {
    target: ".side, .bottom-nav",
    view: "docs",
    title: "Docs that run",
    text: "Edit and run each example in place, in its own world.",
  },
  {
    target: ".side, .bottom-nav",
    view: "phone",
    title: "The customers' phones",
    text: "Messages arrive here. Reply as the customer, block the business, tap a button. Calls shows every request.",
  },
  {
    target: ".learn",
    view: "scripts",
    title: "Learn by doing",
    text: "Short lessons, from your first line of Lua to a complete campaign. Check tests your script in several worlds.",
  },
  {
    target: ".mode",
    view: "code",
    title: "Mock and live",
    text: "Mock is a simulator: no real message is sent. Live sends through Meta with your own account, and asks first.",
  },
];
