import { Copy, ExternalLink, Phone, Reply } from "lucide";
import { useState } from "preact/hooks";
import { Icon } from "../../../ui/parts/icon";
import type { Rendered } from "../simulator/page";
import { buttonEffect } from "./button-effect";

/** The icon of each kind of button. */
export const buttonIcons = { QUICK_REPLY: Reply, URL: ExternalLink, PHONE_NUMBER: Phone, COPY_CODE: Copy };

interface Props {
  readonly buttons: Rendered["buttons"];
  /** Why the customer cannot press them now; null: they can. */
  readonly blocked: string | null;
  /** The customer presses the quick reply at `index`. */
  onReply(index: number): void;
}

/** A template's buttons: a quick reply answers, the others say what they would do on the customer's phone. */
export function TemplateButtons({ buttons, blocked, onReply }: Props) {
  const [said, setSaid] = useState("");
  return (
    <div class="phone-buttons">
      {buttons.map((button, index) => (
        <button
          key={index}
          type="button"
          class="phone-button"
          aria-disabled={blocked !== null}
          title={blocked ?? undefined}
          onClick={() => {
            if (blocked !== null) setSaid(blocked);
            else if (button.type === "QUICK_REPLY") {
              setSaid("");
              onReply(index);
            } else setSaid(buttonEffect(button.type, button.value));
          }}
        >
          <Icon node={buttonIcons[button.type]} size={14} />
          {button.text}
        </button>
      ))}
      <p class="phone-said" role="status">
        {said}
      </p>
    </div>
  );
}
