/** What reads the address of an embed, as one file to download. */

export { misfit } from "../share/embed-options";
export { readEmbedFiles } from "../share/read-embed-files";
export { readEmbedOptions } from "../share/read-embed-options";
