import { Link } from "lucide";
import { Icon } from "../../../ui/parts/icon";
import { firstLink } from "./whatsapp-text";

/** The preview that `preview_url` asks for, made of the address alone: nothing is fetched. */
export function LinkCard({ text }: { text: string }) {
  const address = firstLink(text);
  if (address === null) return null;
  const { hostname, pathname } = new URL(address);
  return (
    <div class="phone-card">
      <Icon node={Link} size={18} />
      <span>
        <strong>{titleOf(pathname) ?? hostname}</strong>
        <span class="phone-card-host">{hostname}</span>
      </span>
    </div>
  );
}

/** The last part of a path as words: `/tea/green-tea_2.html` is `green tea 2`; null for a bare host. */
function titleOf(pathname: string): string | null {
  const last = pathname.split("/").findLast((part) => part !== "");
  if (last === undefined) return null;
  let words = last;
  try {
    words = decodeURIComponent(last);
  } catch {
    // Not percent-encoded after all: as it stands.
  }
  return (
    words
      .replace(/\.\w{1,5}$/, "")
      .replaceAll(/[-_+]+/g, " ")
      .trim() || null
  );
}
