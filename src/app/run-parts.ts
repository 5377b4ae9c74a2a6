/** What a run needs that the page can show its script without, as one file to load: the box, and what begins a run in it. */
export { beginRun } from "./begin-run";
export { openBox } from "./open-box";
