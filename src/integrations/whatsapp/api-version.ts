/** The newest version of the Graph API (2026-07-29), for whatever names none. Its end is in `simulator/graph/call.ts`. */
export const newestVersion = 26;

/** The address of the Graph API that an account uses if it names no other. */
export const defaultBaseUrl = `https://graph.facebook.com/v${newestVersion}.0`;
