import { LUA_KEYWORDS } from "./lua-keywords";

const LONGEST = 40;

/**
 * Checks an account name as typed. Scripts use it in `app.integrations.whatsapp.NAME.send_message`, so it must be a Lua name
 * that no function of the integration has. `default` is refused too: that path means whichever account is the default one.
 *
 * @param taken names of the integration's other accounts.
 * @param functionNames every name the integration's functions answer to (`functionNamesOf`).
 * @returns an error message, or `null` if the name is fine.
 */
export function checkAccountName(
  name: string,
  { taken, functionNames }: { readonly taken: Iterable<string>; readonly functionNames: Iterable<string> },
): string | null {
  if (name === "") return "An account needs a name, such as support.";
  if (name !== name.trim()) return "Remove the spaces before or after the name.";
  if (/^[0-9]/.test(name)) return "Names start with a letter or underscore, not a digit.";
  const odd = /[^A-Za-z0-9_]/u.exec(name)?.[0];
  if (odd !== undefined) return `Names use letters a–z, digits and underscores, not ${quoted(odd)}.`;
  if (name.length > LONGEST)
    return `Names can have at most ${LONGEST} characters. This one has ${name.length}.`;
  if (name.startsWith("__")) return "Names that start with two underscores are reserved.";
  if (LUA_KEYWORDS.has(name)) return `${quoted(name)} is a reserved word in Lua.`;
  if (name === "default") {
    return `${quoted(name)} always means the default account. Choose another name and make it the default.`;
  }
  for (const other of functionNames) {
    if (other === name) return `${quoted(name)} is a function's name.`;
  }
  for (const other of taken) if (other === name) return `There is already an account named ${quoted(name)}.`;
  return null;
}

/** Both names of each function of an integration: `send_message` and `whatsapp_send_message`. */
export function functionNamesOf(integration: {
  readonly id: string;
  readonly functions: readonly { readonly name: string }[];
}): string[] {
  return integration.functions.flatMap(({ name }) => [name, `${integration.id}_${name}`]);
}

function quoted(text: string): string {
  return text === " " ? "a space" : `“${text}”`;
}
