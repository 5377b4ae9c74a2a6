/** Help for scripts that are not plain, known Lua, in one file that loads on demand. */
export { adviceOn } from "./advice";
export { diagnostics } from "./diagnostics/diagnostics";
