/** Questions about a word or the cursor, in one file that loads on demand, so marks do not wait for it. */
export { complete } from "./completion/complete";
export { hover } from "./hover";
export { signature } from "./signature";
