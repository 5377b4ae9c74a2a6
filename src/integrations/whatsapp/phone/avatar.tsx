/** A round picture in place of a photo: the name's first letters, a person's shape for a bare number. */
import { UserRound } from "lucide";
import { Icon } from "../../../ui/parts/icon";

/** The customer's picture; decorative, the name stands beside it. */
export function Avatar({ name }: { name: string }) {
  const letters = name
    .split(/\s+/)
    .flatMap((word) => /^\p{L}/u.exec(word) ?? [])
    .slice(0, 2)
    .join("");
  return (
    <span class="phone-avatar" aria-hidden="true">
      {letters === "" ? <Icon node={UserRound} size={18} /> : letters.toUpperCase()}
    </span>
  );
}
