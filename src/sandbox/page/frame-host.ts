import { deferred } from "../../shared/deferred";
import { type FromFrame, parseFromFrame, type ToFrame } from "../protocol";

/** The parts of the frame. The sources are text because nothing in the sandbox may be loaded from a URL. */
export interface BoxParts {
  readonly frameScript: string;
  readonly workerSource: string;
  readonly gateSource: string;
  readonly wasm: ArrayBuffer;
}

// A srcdoc frame inherits the page's policy. This one narrows it to what the relay and its workers need.
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob: data:; worker-src data:; frame-src 'none'";

/** After this time a frame counts as dead: one whose script was refused sends nothing at all. */
const BOOT_MS = 20_000;

export interface SandboxFrame {
  /** Its workers share memory with it. */
  readonly shared: boolean;
  post(message: ToFrame, transfer?: Transferable[]): void;
  close(): void;
}

/**
 * Opens the opaque-origin frame. Rejects if the browser refuses it. `onFailed` is called for a worker that could not start
 * (`id`), or for the frame itself (`null`).
 */
export async function openFrame(
  parts: BoxParts,
  onFailed: (id: number | null, message: string) => void,
): Promise<SandboxFrame> {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.allow = "cross-origin-isolated";
  // One pixel in view: Chromium lowers the process priority of an invisible frame.
  frame.style.cssText =
    "position:fixed;inset:0 auto auto 0;width:1px;height:1px;border:0;opacity:0;pointer-events:none";
  frame.ariaHidden = "true";
  frame.tabIndex = -1;
  frame.title = "Sandbox";
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><script>${parts.frameScript}</script>`;

  const post = (message: ToFrame, transfer: Transferable[] = []) =>
    // "*": an opaque origin cannot be named. The message only goes to this frame's window.
    frame.contentWindow?.postMessage(message, "*", transfer);

  const booted = deferred<boolean>();
  const settle = (message: FromFrame) => {
    if (message.kind === "loaded") booted.resolve(message.shared);
    else booted.reject(new Error(`Couldn't start the sandbox: ${message.message}`));
  };
  const listen = (event: MessageEvent<unknown>) => {
    if (event.source !== frame.contentWindow) return;
    const message = parseFromFrame(event.data);
    if (message === null) return;
    if (message.kind === "failed" && message.id !== null) onFailed(message.id, message.message);
    else settle(message);
  };
  addEventListener("message", listen);

  const close = () => {
    removeEventListener("message", listen);
    frame.remove();
  };
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const wasm = needsEndableLoops(navigator) ? await withEndableLoops(parts.wasm) : parts.wasm.slice(0);
  const { workerSource, gateSource } = parts;
  post({ kind: "boot", wasm, workerSource, gateSource }, [wasm]);
  const deadline = setTimeout(
    () => settle({ kind: "failed", id: null, message: "its frame doesn't respond. Reload the page." }),
    BOOT_MS,
  );
  try {
    return { shared: await booted.promise, post, close };
  } catch (error) {
    close();
    throw error;
  } finally {
    clearTimeout(deadline);
  }
}

/**
 * Whether this engine keeps running the loops of a terminated worker: JavaScriptCore, which is every browser on iOS too.
 *
 * @internal
 */
export function needsEndableLoops({ userAgent }: Pick<Navigator, "userAgent">): boolean {
  return userAgent.includes("AppleWebKit/") && !/Chrom(e|ium)\//.test(userAgent);
}

/** Loaded only where it is needed. */
async function withEndableLoops(wasm: ArrayBuffer): Promise<ArrayBuffer> {
  const { endableLoops } = await import("./wasm/endable-loops");
  return endableLoops(new Uint8Array(wasm)).buffer;
}
