/** The media type of a script. */
export const LUA_FILE = "text/x-lua";

/** Downloads text as a file. `type` is its media type without the charset. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by the time timers run.
  setTimeout(() => URL.revokeObjectURL(url));
}
