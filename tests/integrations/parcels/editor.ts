import { type EditorHelp, fieldOf } from "../../../src/integrations/argument-help";

/** Knows that parcel numbers begin with P-. */
export const editorHelp: EditorHelp = {
  check(_name, args) {
    const number = fieldOf(args, "number");
    if (number.kind !== "text" || number.value.startsWith("P-")) return [];
    return [
      {
        path: ["number"],
        code: "parcel-number",
        severity: "warning",
        message: "A parcel number begins with P-.",
        fixes: [{ title: "Put P- in front", replace: `P-${number.value}` }],
      },
    ];
  },
  suggest: (_name, { path, key }) =>
    path.length === 0 && key === "number"
      ? [{ kind: "value", label: '"P-100"', detail: "a parcel", documentation: "" }]
      : null,
  explain: (_name, { key }, value) => (key === "number" ? `Parcel ${value}` : null),
};
