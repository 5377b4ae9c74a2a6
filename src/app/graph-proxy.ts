import * as v from "valibot";

/** Where this page's own server passes `graph/` on to. */
export interface GraphProxy {
  readonly proxyBase: string;
  readonly proxyTarget: string;
}

const ANNOUNCEMENT = v.object({ target: v.pipe(v.string(), v.url()) });
let asked: Promise<GraphProxy | null> | null = null;

/** The proxy of the dev and preview servers; null on a static host, which has none. Asked once. */
export function findGraphProxy(): Promise<GraphProxy | null> {
  asked ??= ask();
  return asked;
}

async function ask(): Promise<GraphProxy | null> {
  try {
    const response = await fetch(new URL("graph/", document.baseURI));
    const announced = v.safeParse(ANNOUNCEMENT, await response.json());
    return announced.success
      ? { proxyBase: document.baseURI, proxyTarget: new URL(announced.output.target).origin }
      : null;
  } catch {
    // A static host answers 404 with HTML: there is no proxy, which is a fine answer.
    return null;
  }
}
