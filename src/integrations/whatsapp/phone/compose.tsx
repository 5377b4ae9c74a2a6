import { SendHorizontal } from "lucide";
import { useId, useState } from "preact/hooks";
import { PaneButton } from "../../../ui/parts/button";
import { Icon } from "../../../ui/parts/icon";

/** WhatsApp takes no longer text. */
const LONGEST = 4096;

interface Props {
  readonly name: string;
  /** Why the customer cannot write; null: it can. */
  readonly mute: string | null;
  /** What lets the customer write again; null: nothing here does. */
  readonly remedy: { readonly label: string; run(): void } | null;
  onSend(text: string): void;
}

/** Where the person writes as the customer. Enter sends, Shift+Enter begins a line. */
export function Compose({ name, mute, remedy, onSend }: Props) {
  const id = useId();
  const [text, setText] = useState("");
  const send = () => {
    if (text.trim() === "") return;
    onSend(text.trim());
    setText("");
  };
  if (mute !== null) {
    return (
      <div class="phone-compose phone-mute">
        <p>{mute}</p>
        {remedy !== null && <PaneButton onClick={remedy.run}>{remedy.label}</PaneButton>}
      </div>
    );
  }
  return (
    <form
      class="phone-compose"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="pane-hidden" for={id}>
        Write as {name}
      </label>
      <textarea
        id={id}
        class="pane-field"
        rows={1}
        maxLength={LONGEST}
        placeholder={`Write as ${name}`}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // An input method uses Enter to take a suggestion.
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" class="phone-send" aria-label={`Send as ${name}`} disabled={text.trim() === ""}>
        <Icon node={SendHorizontal} size={16} />
      </button>
    </form>
  );
}
