/** What reads the address of an embed, as one file to download. */
export { readEmbedFiles } from "../share/embed-files";
export { misfit, readEmbedOptions } from "../share/embed-options";
