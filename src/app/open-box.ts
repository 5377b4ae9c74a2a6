import frameScript from "virtual:box-frame";
import gateSource from "virtual:box-gate";
import { Box } from "../sandbox/page/box";

/** Opens the box with the downloaded source of its worker and the Lua VM. */
export function openBox(workerSource: string, wasm: ArrayBuffer): Promise<Box> {
  return Box.open({ frameScript, gateSource, workerSource, wasm });
}
