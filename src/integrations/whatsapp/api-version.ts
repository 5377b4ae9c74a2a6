/** The newest Graph API version (2026-07-29), used where none is named. Its end date is in `simulator/graph/call.ts`. */
export const newestVersion = 26;

/** The address of the Graph API that an account uses if it names no other. */
export const defaultBaseUrl = `https://graph.facebook.com/v${newestVersion}.0`;
