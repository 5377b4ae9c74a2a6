import { type ErrorCode, errorFacts } from "../../errors";
import type { PhoneNumber } from "../phone-number";
import { randomFor } from "../random";
import type { Contact } from "../world/contact";
import type { Life, Outbound } from "../world/message";
import { callCount, type World } from "../world/world";
import { arrival } from "./arrival";
import type { Hold } from "./pacing";
import { isBeyondLimit, isMarketingHeld } from "./portfolio";

/** A message before its fate is settled. */
export type Draft = Omit<Outbound, "life">;

/** What decides the fate of a message being accepted. */
interface Circumstances {
  readonly world: World;
  readonly draft: Draft;
  readonly contact: Contact;
  readonly number: PhoneNumber;
  /** How its template's pacing holds it back, or `null`. */
  readonly hold: Hold | null;
}

const heldBack =
  "The message was held for quality assessment and is dropped: the template got low quality feedback and is paused.";

/**
 * The fate of a message accepted now, settled by the contact's behaviour and the window, so later changes of either never revert
 * a status. Times are random. `sent` comes before the next call can (calls take 80 ms).
 */
export function lifeOf(circumstances: Circumstances): Life {
  const { world, contact, hold } = circumstances;
  if (hold?.outcome === "dropped") {
    return { end: "fails", failedAt: hold.until, code: 132015, details: heldBack };
  }
  const random = randomFor(world.seed, "life", callCount(world));
  const from = hold?.until ?? world.clock;
  const code = failureOf(circumstances);
  if (code !== null) {
    const { details, title } = errorFacts(code);
    return { end: "fails", failedAt: from + random.int(300, 1_500), code, details: details ?? title };
  }
  const sentAt = from + random.int(20, 80);
  return { end: "arrives", sentAt, ...arrival(contact.behaviour, sentAt, random) };
}

/** The error that Meta reports later by webhook, or `null` if the message arrives. */
function failureOf({ world, draft, contact, number }: Circumstances): ErrorCode | null {
  const { content, windowOpen, pricing } = draft;
  if (contact.behaviour === "no_whatsapp" || contact.blockedBy === "contact") return 131026;
  if (contact.blockedBy === "business") return 130403;
  if (content.type === "text") return windowOpen ? null : 131047;
  const media = content.rendered.header;
  if (media !== null && "source" in media && isUnreachable(media.format, media.source)) return 131053;
  // No authentication template reaches India (Meta's error page, 131026).
  if (content.category === "AUTHENTICATION" && number.callingCode === "91") return 131026;
  if (pricing.billable && world.waba.state === "payment_problem") return 131042;
  if (content.category === "MARKETING") {
    if (contact.marketing === "stopped") return 131050;
    if (contact.marketing === "held_out") return 130472;
    if (isMarketingHeld(world, contact, number, windowOpen)) return 131049;
  }
  return !windowOpen && isBeyondLimit(world.business, contact, world.clock) ? 131048 : null;
}

/** File extensions of each kind of header (Meta's page of supported media types). */
const endings = {
  IMAGE: ["jpg", "jpeg", "png"],
  VIDEO: ["mp4", "3gp"],
  DOCUMENT: ["pdf"],
} as const;

/**
 * Whether Meta would fail to fetch a header's media, judging by its address (131053). Chosen, since nothing is fetched here:
 * hosts that cannot exist (`.invalid`), and a file extension of another kind.
 */
function isUnreachable(format: keyof typeof endings, source: string): boolean {
  if (!URL.canParse(source)) return false;
  const { hostname, pathname } = new URL(source);
  if (hostname === "invalid" || hostname.endsWith(".invalid")) return true;
  const ending = /\.([a-z0-9]{2,4})$/i.exec(pathname)?.[1]?.toLowerCase();
  return ending !== undefined && !endings[format].some((one) => one === ending);
}
