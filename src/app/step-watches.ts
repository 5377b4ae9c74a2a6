/** The expressions a person watches while stepping, kept for each script until the page closes. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Expression } from "../language/parse/ast";
import { messageOf } from "../shared/message-of";
import { failure, type Result } from "../shared/result";

export interface StepWatch {
  readonly id: number;
  readonly text: string;
  /** `null` while the parser is loading. */
  readonly read: Result<Expression> | null;
}

/** @param script the id of the script that is stepped through, or `null` */
export function createStepWatches(script: ReadonlySignal<string | null>) {
  const lists = signal<ReadonlyMap<string, readonly StepWatch[]>>(new Map());
  let nextId = 1;
  const list = computed(() => (script.value === null ? [] : (lists.value.get(script.value) ?? [])));
  const put = (id: string, next: readonly StepWatch[]): void => {
    lists.value = new Map(lists.peek()).set(id, next);
  };
  const write = async (watch: StepWatch): Promise<void> => {
    const owner = script.peek();
    if (owner === null) return;
    const { id, text } = watch;
    const now = list.peek();
    put(
      owner,
      now.some((one) => one.id === id) ? now.map((one) => (one.id === id ? watch : one)) : [...now, watch],
    );
    const read = await readLater(text);
    const then = lists.peek().get(owner) ?? [];
    put(
      owner,
      then.map((one) => (one === watch ? { id, text, read } : one)),
    );
  };
  return {
    /** The watches of the script being stepped through, in the order they were added. */
    list,
    /** The watches that can be evaluated. */
    expressions: computed(() => list.value.flatMap(({ read }) => (read?.ok === true ? [read.value] : []))),
    add: (text: string) => write({ id: nextId++, text, read: null }),
    change: (id: number, text: string) => write({ id, text, read: null }),
    remove(id: number): void {
      const owner = script.peek();
      if (owner !== null)
        put(
          owner,
          list.peek().filter((one) => one.id !== id),
        );
    },
  };
}

async function readLater(text: string): Promise<Result<Expression>> {
  try {
    const { readExpression } = await import("../steps/expression");
    return readExpression(text);
  } catch (problem) {
    return failure(
      `Couldn't load the expression parser (${messageOf(problem)}). Check your connection and add the expression again.`,
    );
  }
}
