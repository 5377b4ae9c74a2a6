import { effect } from "@preact/signals";
import * as LOCAL_KEYS from "../app/local-keys";
import type { ScriptsModel } from "../app/scripts";
import { type ColouredNames, colouredNames, paintText } from "../language/painted-line";
import type { Language } from "../language/worker/client";
import { browserLater } from "../shared/later";
import { browserLocalStorage } from "../storage/unload-store";
import type { KeptFrame } from "./kept-frame";

/** Milliseconds that a text has to rest. */
const REST = 1_000;
/** More than a screen is high. */
const MOST_LINES = 150;
/** localStorage is small. A longer script is not shown before it has been read from where it is kept. */
const MOST_CHARACTERS = 100_000;

/** Keeps what the next visit shows first. Returns a function that ends it. */
export function keepFirstFrame({ current }: Pick<ScriptsModel, "current">, language: Language): () => void {
  let version = 0;
  let kept: string | null = null;
  const keep = (text: string, names: ColouredNames) => {
    kept = text;
    const short = text.length <= MOST_CHARACTERS ? text.replace(/\r\n?/g, "\n") : "";
    const frame: KeptFrame = { text: short, lines: paintText(short, names, MOST_LINES) };
    try {
      browserLocalStorage()?.setItem(LOCAL_KEYS.firstFrame, JSON.stringify(frame));
    } catch {
      // Storage is full: the next visit shows an earlier text for a moment.
    }
  };
  const stop = effect(() => {
    const { source } = current.value;
    return browserLater(async () => {
      const text = { id: "first frame", version: ++version, text: () => source };
      const tokens = await language.ask("semanticTokens", text);
      if (current.peek().source === source) keep(source, colouredNames(tokens ?? new Uint32Array()));
    }, REST);
  });
  const onHide = () => {
    const { source } = current.peek();
    if (source !== kept) keep(source, new Map());
  };
  addEventListener("pagehide", onHide);
  return () => {
    stop();
    removeEventListener("pagehide", onHide);
  };
}
