import { hostileSource } from "../../tests/support/hostile-js";

export interface ProbeResult {
  readonly name: string;
  /** What the probe reached; null when it was blocked. */
  readonly reached: string | null;
  readonly blocked: string | null;
}

/** The frame's policy (`design.md`, wall 3). */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob: data:; worker-src data:";

/** Far more than all probes together may take. */
const PATIENCE_MS = 30_000;

/** Runs hostile JavaScript where the box's worker runs: in a data: worker of a frame of opaque origin. */
export function probeBox(target: string): Promise<readonly ProbeResult[]> {
  const worker = `data:text/javascript;charset=utf-8,${encodeURIComponent(hostileSource(target, "(results) => postMessage(results)"))}`;
  const script = `new Worker(${JSON.stringify(worker)}).onmessage = (event) => parent.postMessage(event.data, "*");`;
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.allow = "cross-origin-isolated";
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><script>${script}</script>`;
  return new Promise<readonly ProbeResult[]>((resolve, reject) => {
    // Error events of the worker say nothing here: Firefox raises one for a probe that only its browser refuses.
    setTimeout(() => reject(new Error("The hostile worker did not report.")), PATIENCE_MS);
    addEventListener("message", (event) => {
      if (event.source === frame.contentWindow) resolve(event.data);
    });
    document.body.append(frame);
  }).finally(() => frame.remove());
}
