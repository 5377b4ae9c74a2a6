import * as v from "valibot";
import { shorten } from "../shared/cut-text";
import { nearest } from "../shared/nearest";
import { failure, type Result } from "../shared/result";
import { type EmbedOptions, LONGEST_TITLE, Ranges } from "./embed-options";

const Count = v.pipe(
  v.string(),
  v.regex(/^\d{0,4}$/, "Expected a number of lines, such as 4"),
  v.transform(Number),
);
const perFile = <T>(part: v.GenericSchema<string, T>) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.split(";").map((one) => one.trim())),
    v.array(part),
  );
const word = <const Words extends readonly string[]>(...words: Words) =>
  v.picklist(words, `Expected ${words.join(" or ")}`);

const Query = v.strictObject({
  theme: v.optional(word("auto", "light", "dark")),
  run: v.optional(word("auto", "press")),
  edit: v.optional(word("yes", "no")),
  phone: v.optional(word("below", "beside")),
  title: v.optional(
    v.pipe(v.string(), v.maxLength(LONGEST_TITLE, `Expected at most ${LONGEST_TITLE} characters`)),
  ),
  setup: v.optional(perFile(Count)),
  highlight: v.optional(perFile(Ranges)),
});
const NAMES = Object.keys(Query.entries);

/** Reads the query of an embed's address, `?` included. A failure's message names the option. */
export function readEmbedOptions(search: string): Result<EmbedOptions> {
  const query = new URLSearchParams(search);
  for (const name of query.keys()) {
    if (!NAMES.includes(name)) {
      const near = nearest(name, NAMES);
      return failure(
        `“${name}” isn't an embed option. ${near === null ? `Options: ${NAMES.join(", ")}.` : `Did you mean “${near}”?`}`,
      );
    }
    if (query.getAll(name).length > 1)
      return failure(`The embed's option “${name}” appears twice. Remove one.`);
  }
  const parsed = v.safeParse(Query, Object.fromEntries(query));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const name = String(issue.path?.[0].key);
    const got = shorten(query.get(name) ?? "", 40);
    return failure(`The embed's option “${name}”: ${issue.message}. Got “${got}”.`);
  }
  const { theme, run, edit, phone, title, setup, highlight } = parsed.output;
  return {
    ok: true,
    value: {
      theme: theme ?? "auto",
      autoRun: run === "auto",
      readOnly: edit === "no",
      title: title === undefined || title.trim() === "" ? null : title,
      phoneBeside: phone === "beside",
      setup: setup ?? [],
      highlight: highlight ?? [],
    },
  };
}
