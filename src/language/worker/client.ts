/** The page's side of the language worker: questions out, answers back, and a new worker when one dies. */
import type { Answers, Question } from "../answers";
import type { ContextData } from "../context";
import type { Range } from "../parse/ast";
import type { LanguageReply, LanguageRequest } from "./serve";

/** A text at one moment. */
export interface TextVersion {
  /** Which text, e.g. a script's id. */
  readonly id: string;
  /** Another number after every change. */
  readonly version: number;
  /** Read only when the worker does not have this version yet. */
  text(): string;
}

/** The one way from the page to `src/language`. */
export interface Language {
  /**
   * Asks about a text. `at` is a caret (start equal to end) or a range, in UTF-16 units. Returns `null` if the answer came
   * too late (a newer version of the text has been asked about) or the analyser failed, which `trouble` has then reported.
   */
  ask<Q extends Question>(question: Q, text: TextVersion, at?: Range): Promise<Answers[Q] | null>;
  /** Sets what scripts can name now, and calls the listeners of `onContext`. */
  know(context: ContextData): void;
  /** Calls `listener` whenever that changes. Returns a function that unsubscribes. */
  onContext(listener: () => void): () => void;
  dispose(): void;
}

/** The part of `Worker` used here. @internal */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<LanguageReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: LanguageRequest): void;
  terminate(): void;
}

export interface LanguageOptions {
  start(): WorkerLike;
  /** A sentence for the person at the page. */
  trouble(text: string): void;
  /** Milliseconds after which a worker that does not answer counts as dead. */
  readonly patience?: number;
}

interface Waiting {
  settle(answer: Partial<Answers>): void;
  drop(): void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** How long to wait for an answer. Formatting a long script takes well below a second. */
const PATIENCE_MS = 10_000;
/** After this many crashes in a row, without an answer between them, no new worker is started. */
const MAX_DEATHS = 3;
/** Answers that an editor can use although more has been typed: it accounts for that itself. */
const GOOD_WHEN_LATE: ReadonlySet<Question> = new Set(["complete", "semanticTokens"]);

/** Starts the worker with the first question. */
export function createLanguage({ start, trouble, patience = PATIENCE_MS }: LanguageOptions): Language {
  const waiting = new Map<number, Waiting>();
  const newest = new Map<string, number>();
  const listeners = new Set<() => void>();
  let worker: WorkerLike | null = null;
  let context: ContextData | null = null;
  let sent: Pick<TextVersion, "id" | "version"> | null = null;
  let lastId = 0;
  let deaths = 0;
  let said = "";

  const say = (text: string) => {
    // The same trouble comes with every key: once is enough.
    if (text === said) return;
    said = text;
    trouble(text);
  };
  const take = (message: LanguageReply) => {
    const asked = waiting.get(message.id);
    if (asked === undefined) return;
    waiting.delete(message.id);
    clearTimeout(asked.timer);
    deaths = 0;
    if (message.kind === "answer") return asked.settle(message.answer);
    say(`Editor assistance hit an internal error (${message.reason}). Your script still runs.`);
    asked.drop();
  };
  const end = () => {
    worker?.terminate();
    worker = null;
    sent = null;
    for (const asked of waiting.values()) {
      clearTimeout(asked.timer);
      asked.drop();
    }
    waiting.clear();
  };
  const die = (reason: string) => {
    end();
    deaths++;
    if (deaths < MAX_DEATHS) return say(`Editor assistance stopped (${reason}) and restarted.`);
    say(`Editor assistance stopped (${reason}). You can keep typing. Reload the page to restore it.`);
  };
  const running = (): WorkerLike | null => {
    if (worker !== null || deaths >= MAX_DEATHS) return worker;
    const made = start();
    made.onmessage = ({ data }) => take(data);
    made.onerror = (event) => {
      event.preventDefault();
      if (made === worker) die(event.message || "it couldn't be loaded");
    };
    if (context !== null) made.postMessage({ kind: "context", context });
    worker = made;
    return made;
  };

  return {
    ask(question, text, at = NOWHERE) {
      const to = running();
      if (to === null) return Promise.resolve(null);
      const { id: of, version } = text;
      newest.set(of, version);
      if (sent?.id !== of || sent.version !== version) {
        to.postMessage({ kind: "text", text: text.text() });
        sent = { id: of, version };
      }
      const id = ++lastId;
      return new Promise((resolve) => {
        const timer = setTimeout(() => die("it timed out"), patience);
        const settle = (answer: Partial<Answers>) => {
          const fresh = newest.get(of) === version || GOOD_WHEN_LATE.has(question);
          resolve(fresh ? (answer[question] ?? null) : null);
        };
        waiting.set(id, { timer, settle, drop: () => resolve(null) });
        to.postMessage({ kind: "ask", id, question, at: { start: at.start, end: at.end } });
      });
    },
    know(now) {
      context = now;
      worker?.postMessage({ kind: "context", context });
      for (const listener of listeners) listener();
    },
    onContext(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      end();
      deaths = MAX_DEATHS;
      listeners.clear();
    },
  };
}

const NOWHERE: Range = { start: 0, end: 0 };
