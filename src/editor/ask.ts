/** Finds the language service for a model, and converts Monaco's positions to its offsets. */
import { type editor, type IPosition, type IRange, Range } from "monaco-editor/editor";
import type { Answers, Question } from "../language/answers";
import type { Language, TextVersion } from "../language/worker/client";
import type { EditorOptions } from "./editor";

/** What a model's providers need from the page. */
interface ModelHelp {
  readonly language: Language;
  /** Shows a notice about something outside the text. */
  say: EditorOptions["say"];
  /** Whether the list about to show has its first item selected immediately, or only when a letter is typed. */
  chooseAtOnce(now: boolean): void;
  /** The colours of names have arrived, or won't. */
  onNames(): void;
}

/** The page's help for each model that is a script. */
export const modelHelp = new WeakMap<editor.ITextModel, ModelHelp>();

export function textOf(model: editor.ITextModel): TextVersion {
  return { id: model.uri.toString(), version: model.getVersionId(), text: () => model.getValue() };
}

/**
 * Asks about a model's text at a position or over a range, by default the whole text. Returns `null` if there is no answer or
 * it came too late: the text has changed, or the model is gone.
 */
export async function ask<Q extends Question>(
  question: Q,
  model: editor.ITextModel,
  at?: IPosition | IRange,
): Promise<Answers[Q] | null> {
  const help = modelHelp.get(model);
  if (help === undefined) return null;
  const answer = await help.language.ask(question, textOf(model), offsets(model, at));
  return model.isDisposed() ? null : answer;
}

function offsets(model: editor.ITextModel, at?: IPosition | IRange): { start: number; end: number } {
  if (at === undefined) return { start: 0, end: model.getValueLength() };
  if ("lineNumber" in at) {
    const start = model.getOffsetAt(at);
    return { start, end: start };
  }
  return {
    start: model.getOffsetAt({ lineNumber: at.startLineNumber, column: at.startColumn }),
    end: model.getOffsetAt({ lineNumber: at.endLineNumber, column: at.endColumn }),
  };
}

export function rangeOf(model: editor.ITextModel, { start, end }: { start: number; end: number }): Range {
  return Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}
