import type { BodyPlace } from "../../integrations/catalog";
import { isJsonArray, isJsonObject, type JsonValue, parseJson } from "../../shared/json";
import { visibleText } from "../../shared/visible-text";
import type { Prepared } from "../prepare";

export { visibleText };

/** What a value is, and the value, both as a person can see them. */
interface QuestionLine {
  readonly label: string;
  readonly value: string;
}

/** Everything that leaves with a request but its token, each value once. */
export interface RequestContent {
  /** What a person should read first. */
  readonly main: readonly QuestionLine[];
  /** All the rest. */
  readonly rest: readonly QuestionLine[];
}

interface Leaf extends BodyPlace {
  readonly value: string;
}

/**
 * Computes what a person is asked from the request that leaves. The function says which values to read first and what they
 * are called. It cannot leave one out or replace it.
 */
export function requestContent({ target, request }: Pick<Prepared, "target" | "request">): RequestContent {
  const body = request.body === null ? undefined : parseJson(request.body);
  const leaves = new Map(leavesOf(body).map((leaf) => [JSON.stringify(leaf.at), leaf]));
  const main: QuestionLine[] = [];
  for (const { label, at } of (body !== undefined && target.fn.preview?.(body)) || []) {
    const key = JSON.stringify(at);
    const leaf = leaves.get(key);
    if (leaf === undefined) continue;
    leaves.delete(key);
    main.push(line(label, leaf.value));
  }
  const rest = [...leaves.values()].map(({ label, value }) => line(label, value));
  // A body that is not JSON is shown as it is.
  if (request.body !== null && body === undefined) rest.push(line("Body", request.body));
  const address = line("Address", `${request.method} ${request.url}`);
  const headers = Object.entries(request.headers).map(([name, value]) => line(`Header ${name}`, value));
  return main.length + rest.length === 0
    ? { main: [address], rest: headers }
    : { main, rest: [...rest, address, ...headers] };
}

function line(label: string, value: string): QuestionLine {
  return { label: visibleText(label), value: value === "" ? "(empty)" : visibleText(value) };
}

/** Every text, number, flag and null of a body, and every list or object that has nothing in it, in order. */
function leavesOf(body: JsonValue | undefined): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const walk = (value: JsonValue, at: BodyPlace["at"]): void => {
    const inside: readonly (readonly [string | number, JsonValue])[] = isJsonArray(value)
      ? value.map((item, index) => [index, item])
      : isJsonObject(value)
        ? Object.entries(value)
        : [];
    for (const [key, item] of inside) walk(item, [...at, key]);
    if (inside.length > 0) return;
    const text = typeof value === "string" ? value : JSON.stringify(value);
    leaves.push({ at, label: pathText(at), value: text });
  };
  if (body !== undefined) walk(body, []);
  return leaves;
}

/** `template.components[0]["odd key"]`. */
function pathText(at: BodyPlace["at"]): string {
  if (at.length === 0) return "Body";
  return at.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    if (!/^\w{1,60}$/.test(key)) return `${text}[${JSON.stringify(key)}]`;
    return text === "" ? key : `${text}.${key}`;
  }, "");
}
