/** The fields of the embed form, and the options made from its answers. */
import {
  type EmbedOptions,
  type EmbedTheme,
  LONGEST_TITLE,
  MOST_SETUP,
  readHighlight,
} from "../../share/embed-options";
import * as form from "../parts/form/fields";

export interface EmbedAnswers {
  readonly title: string;
  readonly theme: EmbedTheme;
  readonly autoRun: boolean;
  readonly readOnly: boolean;
  readonly phoneBeside: boolean;
  readonly withWorld: boolean;
  /** Whether the HTML includes the script that sizes and colours the frame. */
  readonly withScript: boolean;
  /** By script id: whether it is a file of the embed, and its set-up and highlighted lines as typed. */
  readonly files: Readonly<Record<string, FileAnswers>>;
}

interface FileAnswers {
  readonly taken: boolean;
  readonly setup: number;
  readonly highlight: string;
}

const NO_ANSWERS: FileAnswers = { taken: false, setup: 0, highlight: "" };

/** Default answers for an embed of one script. */
export function firstAnswers(script: string): EmbedAnswers {
  return {
    ...{ title: "", theme: "auto", autoRun: false, readOnly: false, phoneBeside: false },
    ...{ withWorld: false, withScript: true, files: { [script]: { ...NO_ANSWERS, taken: true } } },
  };
}

export function answersOf({ files }: EmbedAnswers, script: string): FileAnswers {
  return files[script] ?? NO_ANSWERS;
}

interface NamedScript {
  readonly id: string;
  readonly name: string;
}

const at = form.lensOf<EmbedAnswers>();
const themes: readonly form.Choice<EmbedTheme>[] = [
  ["auto", "Same as the page"],
  ["light", "Light"],
  ["dark", "Dark"],
];

/** The fields, with those for each file last. `first`: the script that is always included. */
export function embedFields(
  first: NamedScript,
  others: readonly NamedScript[],
  isWorldChanged: boolean,
): form.Fields<EmbedAnswers> {
  return [
    form.line("Title", at("title"), { optional: true, input: { maxLength: LONGEST_TITLE } }),
    form.choice("Colors", at("theme"), themes),
    form.check("Run automatically when scrolled into view", at("autoRun")),
    form.check("Read-only", at("readOnly")),
    form.check("Phone beside the script", at("phoneBeside")),
    form.check("Include the current world", at("withWorld"), { when: () => isWorldChanged }),
    form.check("Include a script that fits the height and matches the page's colors", at("withScript")),
    ...fileFields(first, first.name),
    ...others.flatMap(({ id, name }) => [
      form.check(`Include ${name} as a tab`, ofFile(id, "taken"), { group: { title: "More files" } }),
      ...fileFields({ id, name }, name).map((field) => ({
        ...field,
        when: (answers: EmbedAnswers) => answersOf(answers, id).taken,
        group: { title: "More files" },
      })),
    ]),
  ];
}

function fileFields({ id }: NamedScript, name: string): readonly form.FormField<EmbedAnswers>[] {
  return [
    form.whole(`Setup lines to hide at the start of ${name}`, ofFile(id, "setup"), [0, MOST_SETUP]),
    form.line(`Lines to highlight in ${name}`, ofFile(id, "highlight"), {
      ...{ optional: true, input: { placeholder: "3-5,8" } },
      check(text) {
        const read = readHighlight(text);
        return read.ok ? null : `${read.message}.`;
      },
    }),
  ];
}

function ofFile<Key extends keyof FileAnswers>(
  script: string,
  key: Key,
): form.Lens<EmbedAnswers, FileAnswers[Key]> {
  return {
    id: `${script}.${key}`,
    get: (answers) => answersOf(answers, script)[key],
    set: (answers, part) => ({
      ...answers,
      files: { ...answers.files, [script]: { ...answersOf(answers, script), [key]: part } },
    }),
  };
}

/** The options from the answers for these scripts, in this order. */
export function optionsOf(answers: EmbedAnswers, scripts: readonly NamedScript[]): EmbedOptions {
  const { title, theme, autoRun, readOnly, phoneBeside } = answers;
  return {
    ...{ theme, autoRun, readOnly, phoneBeside },
    title: title.trim() === "" ? null : title.trim(),
    setup: scripts.map(({ id }) => answersOf(answers, id).setup),
    highlight: scripts.map(({ id }) => {
      const read = readHighlight(answersOf(answers, id).highlight);
      return read.ok ? read.value : [];
    }),
  };
}
