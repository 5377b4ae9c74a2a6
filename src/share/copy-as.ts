/** A script in the forms in which people pass it on. */
import { shellQuote } from "../gateway/live/curl";

interface NamedScript {
  readonly name: string;
  readonly source: string;
}

/** A fenced Markdown block under the script's name; the fence is longer than any run of backticks in the script. */
export function asMarkdown({ name, source }: NamedScript): string {
  const longest = Math.max(2, ...Array.from(source.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `\`${name}\`\n\n${fence}lua\n${withNewline(source)}${fence}\n`;
}

/** The call of the agent's tool `execute_lua` that runs the script, as JSON: a tool name and its arguments. */
export function asToolCall({ source }: NamedScript): string {
  return `${JSON.stringify({ name: "execute_lua", arguments: { code: source } }, null, 2)}\n`;
}

/** A command for a POSIX shell that runs the script on the agent's host and prints the result object. */
export function asCommandLine({ source }: NamedScript): string {
  return `kosmokrator integrations:lua --eval ${shellQuote(source)} --json`;
}

function withNewline(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}
