/** File endings that each kind of header takes (Meta's page of supported media types). */
const endings = {
  IMAGE: ["jpg", "jpeg", "png"],
  VIDEO: ["mp4", "3gp"],
  DOCUMENT: ["pdf"],
} as const;

/**
 * Whether Meta would fail to fetch a header's media, as far as its address tells (131053). Chosen, since nothing is fetched
 * here: hosts that can never be (`.invalid`), and a file ending that tells another kind. A media id is always there.
 */
export function isUnreachable(format: keyof typeof endings, source: string): boolean {
  if (!URL.canParse(source)) return false;
  const { hostname, pathname } = new URL(source);
  if (hostname === "invalid" || hostname.endsWith(".invalid")) return true;
  const ending = /\.([a-z0-9]{2,4})$/i.exec(pathname)?.[1]?.toLowerCase();
  return ending !== undefined && !endings[format].some((one) => one === ending);
}
