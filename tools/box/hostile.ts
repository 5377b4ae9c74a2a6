import { openFrame } from "../../src/sandbox/page/frame-host";
import { hostileSource } from "../../tests/support/hostile-js";
import { boxParts } from "./parts";

export interface ProbeResult {
  readonly name: string;
  /** What the probe reached, or `null` if it was blocked. */
  readonly reached: string | null;
  readonly blocked: string | null;
}

/** Far more than all probes together may take. */
const PATIENCE_MS = 60_000;

/** Reports through the port that the box gives every worker with its start message. */
const REPORT = `((port) => async (results) => (await port).postMessage(results))(
  new Promise((yes) => addEventListener("message", (event) => yes(event.data.port), { once: true })))`;

/** Runs hostile JavaScript where the box's worker runs: the box's own frame, with another worker source. */
export async function probeBox(target: string): Promise<readonly ProbeResult[]> {
  const parts = { ...(await boxParts()), workerSource: hostileSource(target, REPORT) };
  // Error events of the worker say nothing here: Firefox raises one for a probe that only its browser refuses.
  const frame = await openFrame(parts, () => {});
  const { port1, port2 } = new MessageChannel();
  return new Promise<readonly ProbeResult[]>((resolve, reject) => {
    setTimeout(() => reject(new Error("The hostile worker did not report.")), PATIENCE_MS);
    port1.onmessage = ({ data }: MessageEvent<readonly ProbeResult[]>) => resolve(data);
    frame.post({ kind: "spawn", id: 1, port: port2 }, [port2]);
  }).finally(() => frame.close());
}
