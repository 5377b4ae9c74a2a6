import { type ExampleScript, examples } from "../examples";
import { luaBlock, page } from "../shared/markdown";
import guide from "./guides/examples.md?raw";

const LEVELS: readonly { readonly level: ExampleScript["level"]; readonly title: string }[] = [
  { level: "first steps", title: "First steps" },
  { level: "everyday", title: "Everyday" },
  { level: "advanced", title: "Advanced" },
];

/** Every example script in full, from first steps on. */
export function examplesMarkdown(): string {
  return page(
    guide.trim(),
    ...LEVELS.flatMap(({ level, title }) => [
      `## ${title}`,
      ...examples
        .filter((example) => example.level === level)
        .flatMap((example) => [
          `### ${example.title}`,
          `\`${example.name}\`: ${example.summary}`,
          luaBlock(example.source),
        ]),
    ]),
  );
}
