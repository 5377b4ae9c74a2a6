import * as v from "valibot";
import { parseOrNull } from "../shared/parse-with";

/** Where this page's own server forwards `graph/`. */
export interface GraphProxy {
  readonly proxyBase: string;
  readonly proxyTarget: string;
}

const ANNOUNCEMENT = v.object({ target: v.pipe(v.string(), v.url()) });
let asked: Promise<GraphProxy | null> | null = null;

/** Returns the proxy of the dev and preview servers, or `null` on a static host. Asks once. */
export function findGraphProxy(): Promise<GraphProxy | null> {
  asked ??= ask();
  return asked;
}

async function ask(): Promise<GraphProxy | null> {
  try {
    const response = await fetch(new URL("graph/", document.baseURI));
    const announced = parseOrNull(ANNOUNCEMENT, await response.json());
    return announced && { proxyBase: document.baseURI, proxyTarget: new URL(announced.target).origin };
  } catch {
    // A static host answers 404 with HTML: there is no proxy.
    return null;
  }
}
