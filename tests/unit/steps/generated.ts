import fc from "fast-check";

/** Scripts made at random: loops, functions, tables, coroutines, errors that are caught. Each ends soon and prints. */
export const generatedScript: fc.Arbitrary<string> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(
        ...["assign", "if", "for", "while", "call", "pcall", "table", "coroutine", "closure", "print"],
      ),
      a: fc.integer({ min: -3, max: 5 }),
      b: fc.integer({ min: 1, max: 4 }),
      split: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) =>
    [
      "local x, t, log = 1, { 1, 2, n = 0 }, {}",
      "local function f(n)",
      "  t.n = t.n + n",
      "  if n <= 0 then error({ code = n }) end",
      "  return n > 1 and f(n - 1) + 1 or n",
      "end",
      ...parts.map(statement),
      "print(x, t.n, #log)",
    ].join("\n"),
  );

function statement({ kind, a, b, split }: { kind: string; a: number; b: number; split: boolean }): string {
  const end = split ? "\n" : " ";
  switch (kind) {
    case "assign":
      return `x = x${end}+ ${a}`;
    case "if":
      return `if x > ${a} then${end}x = x - ${b}${end}else${end}x = x + ${b}${end}end`;
    case "for":
      return `for i = ${a}, ${b} do${end}log[#log + 1] = i * x${end}end`;
    case "while":
      return `do local i = ${b}${end}while i > 0 do${end}i = i - 1${end}if i == ${a} then break end${end}end end`;
    case "call":
      return `x = f(${b})${end}+ x`;
    case "pcall":
      return `do local ok, e = pcall(f, ${a})${end}x = ok and e or e.code${end}end`;
    case "table":
      return `t[#t + 1] = { x = x,${end}f = f,${end}inner = { t } }`;
    case "coroutine":
      return `do local co = coroutine.wrap(function(n)${end}for i = 1, n do coroutine.yield(i)${end}end${end}end)${end}for i = 1, ${b} do x = x + (co(${b}) or 0) end end`;
    case "closure":
      return `do local n = ${a}${end}local function up()${end}n = n + 1${end}return n${end}end${end}x = up() + up() end`;
    default:
      return `print("x", x,${end}${a})`;
  }
}
