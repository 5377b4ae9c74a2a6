/** The editor's help, in one place: plain functions over text and catalog. Offsets are UTF-16 units throughout. */
export { complete } from "./completion/complete";
export type { Completion } from "./completion/item";

export type { Diagnostic, Fix } from "./diagnostics/diagnostic";
export { diagnostics } from "./diagnostics/diagnostics";
export { functionAt } from "./function-at";
export { hover } from "./hover";
export { checkNewName } from "./new-name";
export { signature } from "./signature";
export { outline, symbolAt } from "./symbols";
