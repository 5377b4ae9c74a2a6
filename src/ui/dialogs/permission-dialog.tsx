import { useEffect, useId, useRef } from "preact/hooks";
import type { PermissionAnswer, PermissionRequest } from "../../app/permissions";
import { usePlayground } from "../page";
import { Button } from "../parts/button";
import { useModal } from "../parts/dialog";
import "../panes/shared/shared.css";
import "./permission-dialog.css";

/** Asks before a live call is sent. Open as long as a request waits for an answer. */
export function PermissionDialog() {
  const playground = usePlayground();
  const keys = useHeldKeys();
  const request = playground.permission.pending.value;
  const number = useRef({ request, key: 0 });
  if (number.current.request !== request) number.current = { request, key: number.current.key + 1 };
  if (request === null) return null;
  // A new request is a new dialog: focus returns to the safe answer, and the key that answered the last one must be released.
  return (
    <Question
      key={number.current.key}
      request={request}
      keys={keys}
      onAnswer={(answer) => playground.permission.answer(request, answer)}
    />
  );
}

interface QuestionProps {
  readonly request: PermissionRequest;
  readonly keys: HeldKeys;
  onAnswer(answer: PermissionAnswer): void;
}

function Question({ request, keys, onAnswer }: QuestionProps) {
  const safe = useRef<HTMLButtonElement>(null);
  const answered = useRef(false);
  const armed = useRef(keys.none);
  const id = useId();
  const words = permissionWords(request);
  const dialog = useModal(() => safe.current?.focus());
  const answer = (value: PermissionAnswer) => {
    if (answered.current) return;
    answered.current = true;
    onAnswer(value);
  };
  const click = (value: PermissionAnswer) => {
    // Keys held when the dialog opened were meant for something else.
    if (armed.current || keys.none) answer(value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.repeat) event.preventDefault();
    // Pressed again with nothing else held: the key that opened the dialog has been released.
    else if (keys.only(event.code)) armed.current = true;
  };
  return (
    <dialog
      ref={dialog}
      class="permission"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-what`}
      onCancel={(event) => {
        event.preventDefault();
        answer("deny");
      }}
      onClose={() => answer("deny")}
      onKeyDown={onKeyDown}
      onKeyUp={() => {
        if (keys.none) armed.current = true;
      }}
    >
      <p class="permission-live">Live</p>
      <h2 id={`${id}-title`}>{words.title}</h2>
      <p id={`${id}-what`} class="permission-what">
        The script calls{" "}
        <code>
          {request.integration}.{request.functionName}
        </code>
        {request.line === null ? "" : ` on line ${request.line}`}. This calls the real API
        {request.kind === "write" ? " and reaches a real person." : "."}
      </p>
      <section
        class="permission-preview"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, so it must be reachable by keyboard.
        tabIndex={0}
        aria-label="Content"
      >
        <Lines lines={request.content.main} />
        <h3>Also sent</h3>
        <Lines lines={request.content.rest} />
      </section>
      <div class="permission-answers">
        <Button ref={safe} onClick={() => click("deny")}>
          {words.deny}
        </Button>
        <Button onClick={() => click("run")}>{words.run}</Button>
        <Button class="permission-send" onClick={() => click("once")}>
          {words.once}
        </Button>
      </div>
    </dialog>
  );
}

function Lines({ lines }: { readonly lines: PermissionRequest["content"]["main"] }) {
  return (
    <dl>
      {lines.map(({ label, value }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The keys held on this page, watched from before a dialog opens. */
function useHeldKeys(): HeldKeys {
  const keys = useRef(new HeldKeys()).current;
  useEffect(() => {
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    window.addEventListener("keydown", (event) => keys.press(event.code), options);
    window.addEventListener("keyup", (event) => keys.release(event.code), options);
    window.addEventListener("blur", () => keys.clear(), options);
    window.addEventListener("pointerdown", () => keys.clear(), options);
    return () => listening.abort();
  }, [keys]);
  return keys;
}

/** The words for a request: a write is sent, a read is allowed. @internal */
export function permissionWords({ kind, functionName, account }: PermissionRequest) {
  return kind === "write"
    ? {
        title: `Send from the account “${account}”?`,
        once: "Send",
        run: "Send all in this run",
        deny: "Don't send",
      }
    : {
        title: `Allow ${functionName} with the account “${account}”?`,
        once: "Allow",
        run: "Allow all reads in this run",
        deny: "Don't allow",
      };
}

/**
 * Tracks held keys, so a dialog can wait until the key that opened it (or answered the one before) is released. macOS sends no
 * `keyup` for keys released while Command is held: releasing Command counts for all of them.
 */
export class HeldKeys {
  readonly #down = new Set<string>();

  get none(): boolean {
    return this.#down.size === 0;
  }

  /** True if `code` is held and nothing else is. */
  only(code: string): boolean {
    return this.#down.size === 1 && this.#down.has(code);
  }

  press(code: string): void {
    this.#down.add(code);
  }

  release(code: string): void {
    if (code === "MetaLeft" || code === "MetaRight") this.#down.clear();
    else this.#down.delete(code);
  }

  /** The window lost keyboard focus, or a pointer was pressed: keys held before no longer matter. */
  clear(): void {
    this.#down.clear();
  }
}
