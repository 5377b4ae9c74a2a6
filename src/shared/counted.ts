const whole = new Intl.NumberFormat("en");
const rules = new Intl.PluralRules("en");

/** `1,234`. */
export function count(value: number): string {
  return whole.format(value);
}

/** The form of a noun or verb that goes with a number: `plural(1, "call")` is `call`, `plural(2, "is", "are")` is `are`. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return rules.select(value) === "one" ? one : many;
}

/** `1 call`, `1,234 calls`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${plural(value, one, many)}`;
}
