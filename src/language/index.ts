/** The editor's help, in one place: plain functions over text and catalog. Offsets are UTF-16 units throughout. */
export { complete } from "./completion/complete";
export type { Completion } from "./completion/item";
export type { LanguageContext } from "./context";
export type { Diagnostic, Fix } from "./diagnostics/diagnostic";
export { diagnostics } from "./diagnostics/diagnostics";
export { type FunctionRef, functionAt } from "./function-at";
export { type Hover, hover } from "./hover";
export { checkNewName } from "./new-name";
export { type Signature, signature } from "./signature";
export { type OutlineEntry, outline, symbolAt, type VariableSymbol } from "./symbols";
