/** What is asked about a word or a caret, in one file that loads when it is first needed: the marks do not wait for it. */
export { complete } from "./completion/complete";
export { hover } from "./hover";
export { signature } from "./signature";
