/** The worker that analyses scripts, so the page stays responsive (see `serve.ts`). */
import { catalog } from "../../integrations";
import { loadEditorHelp } from "../context";
import { type LanguageRequest, serve } from "./serve";

const take = serve(catalog, loadEditorHelp(catalog), (message) => self.postMessage(message));
self.onmessage = ({ data }: MessageEvent<LanguageRequest>) => take(data);
