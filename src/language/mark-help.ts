/** What is said of a script that is not plain and known Lua, in one file that loads when it is first needed. */
export { adviceOn } from "./advice";
export { diagnostics } from "./diagnostics/diagnostics";
