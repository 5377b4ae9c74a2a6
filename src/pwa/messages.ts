/** Page → waiting service worker: the person asked for the new version. */
export const TAKE_OVER = "take over";
