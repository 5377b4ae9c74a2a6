import { readFileSync } from "node:fs";

/** One rule of a `_headers` file: a path pattern and the headers it sets or, with `null`, removes. */
interface Rule {
  readonly pattern: RegExp;
  readonly headers: readonly (readonly [name: string, value: string | null])[];
}

/**
 * Reads a `_headers` file as static hosts do (path line, indented `Name: value` lines, `! Name` removes a header, `*` matches
 * anything), so that `npm start` and the tests serve exactly what is documented for hosting.
 *
 * @param file path of the file, `public/_headers` or its copy in `dist`
 * @returns the headers for a path, which begins with `/`; later rules win
 * @throws Error that names the line the file cannot be read at
 */
export function hostingHeaders(file: string): (path: string) => Record<string, string> {
  const rules = parse(readFileSync(file, "utf8"), file);
  return (path) => {
    const result: Record<string, string> = {};
    for (const rule of rules) {
      if (!rule.pattern.test(path)) continue;
      for (const [name, value] of rule.headers) {
        if (value === null) delete result[name];
        else result[name] = value;
      }
    }
    return result;
  };
}

function parse(text: string, file: string): readonly Rule[] {
  const rules: { pattern: RegExp; headers: (readonly [string, string | null])[] }[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const content = line.trim();
    if (content === "" || content.startsWith("#")) continue;
    if (content.startsWith("/")) {
      rules.push({ pattern: pathPattern(content), headers: [] });
      continue;
    }
    const rule = rules.at(-1);
    const removed = /^!\s*([\w-]+)$/.exec(content)?.[1];
    const set = /^([\w-]+):\s*(.+)$/.exec(content);
    if (rule && removed) rule.headers.push([removed, null]);
    else if (rule && set?.[1] && set[2]) rule.headers.push([set[1], set[2]]);
    else throw new Error(`${file}, line ${index + 1}: expected "/path", "Name: value" or "! Name".`);
  }
  return rules;
}

function pathPattern(path: string): RegExp {
  const parts = path.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}
