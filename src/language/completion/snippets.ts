// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${1:name}` is a snippet's field.
/** Statements to fill in: label, what it is, snippet text. */
export const SNIPPETS: readonly (readonly [label: string, detail: string, body: string])[] = [
  ["function", "function … end", "function ${1:name}($2)\n\t$0\nend"],
  ["local function", "local function … end", "local function ${1:name}($2)\n\t$0\nend"],
  ["if", "if … then … end", "if ${1:condition} then\n\t$0\nend"],
  ["for ipairs", "walk a list", "for ${1:_}, ${2:item} in ipairs(${3:list}) do\n\t$0\nend"],
  ["for pairs", "walk a table", "for ${1:key}, ${2:value} in pairs(${3:table}) do\n\t$0\nend"],
  ["for i", "count", "for ${1:i} = ${2:1}, ${3:10} do\n\t$0\nend"],
  ["while", "while … do … end", "while ${1:condition} do\n\t$0\nend"],
  ["repeat", "repeat … until", "repeat\n\t$0\nuntil ${1:condition}"],
  [
    "pcall",
    "call and catch an error",
    'local ok, result = pcall(${1:f}${2:, argument})\nif not ok then\n\tprint("failed: " .. tostring(result))\nend$0',
  ],
];

/** The same where a value begins. */
export const VALUE_SNIPPETS: typeof SNIPPETS = [["function", "function … end", "function($1)\n\t$0\nend"]];
