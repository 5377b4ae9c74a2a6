/** Launch arguments for headless tests: nothing that calls home, and no sandbox for root. */
export function chromiumArgs(): string[];

/** A browser that starts, found or fetched. Throws an error that lists what was tried and what to do. */
export function findChromium(): Promise<{ readonly path: string; readonly args: string[] }>;
