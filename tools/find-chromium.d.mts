/** Launch arguments for headless tests: nothing that calls home, and no sandbox for root. */
export function chromiumArgs(): string[];

/**
 * A browser that starts, found or fetched. Throws an error that lists what was tried and what to do.
 *
 * @param options `shell`: prefers `chromium-headless-shell`, which has no windows
 */
export function findChromium(options?: {
  readonly shell?: boolean;
}): Promise<{ readonly path: string; readonly args: string[] }>;
