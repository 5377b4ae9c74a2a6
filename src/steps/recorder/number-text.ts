/** Returns a float as Lua writes it (`%.14g`, with `.0` if it would read as an integer). */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  const exponent = Number(value.toExponential(13).split("e")[1]);
  if (exponent < -4 || exponent >= 14) {
    const [digits = "", power = "0"] = value.toExponential(13).split("e");
    const sign = power.startsWith("-") ? "-" : "+";
    return `${trimmed(digits)}e${sign}${power.replace(/^[+-]/, "").padStart(2, "0")}`;
  }
  const text = trimmed(value.toFixed(Math.max(0, 13 - exponent)));
  return text.includes(".") ? text : `${text}.0`;
}

function trimmed(digits: string): string {
  return digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
}
