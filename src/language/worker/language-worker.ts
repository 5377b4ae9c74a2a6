/** The worker in which scripts are read, so that the page stays free (`serve.ts` says what it does). */
import { catalog } from "../../integrations";
import { loadEditorHelp } from "../context";
import { type LanguageRequest, serve } from "./serve";

const take = serve(catalog, loadEditorHelp(catalog), (message) => self.postMessage(message));
self.onmessage = ({ data }: MessageEvent<LanguageRequest>) => take(data);
