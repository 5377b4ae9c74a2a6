import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide";
import { Button, IconButton } from "../../../../ui/parts/button";
import { ChoiceField, TextField } from "../../../../ui/parts/field";
import { mostButtons } from "./button-checks";
import { type Check, checkOf } from "./template-checks";
import { type ButtonDraft, needsExample } from "./template-draft";
import { buttonTypes } from "./template-words";

interface Props {
  readonly buttons: readonly ButtonDraft[];
  readonly checks: readonly Check[];
  /** What is refused shows only once someone tried to save or typed. */
  refusedOf(field: string): string | null;
  onChange(buttons: readonly ButtonDraft[]): void;
}

/** The template's buttons: their kinds, labels and targets, in order. */
export function ButtonFields({ buttons, checks, refusedOf, onChange }: Props) {
  const change = (at: number, part: Partial<ButtonDraft>) =>
    onChange(buttons.map((button, index) => (index === at ? { ...button, ...part } : button)));
  const move = (at: number, to: number) => {
    const button = buttons[at];
    if (button !== undefined) onChange(buttons.toSpliced(at, 1).toSpliced(to, 0, button));
  };
  const add = () => {
    const key = 1 + Math.max(-1, ...buttons.map((button) => button.key));
    onChange([...buttons, { key, type: "QUICK_REPLY", text: "", value: "", example: "" }]);
  };
  const wrong = checkOf(checks, "buttons", "refused") ?? checkOf(checks, "buttons", "advice");
  return (
    <fieldset class="world-group">
      <legend>Buttons</legend>
      {buttons.map((button, at) => {
        const field = (part: string) => ({
          error: refusedOf(`button.${button.key}.${part}`),
          advice: checkOf(checks, `button.${button.key}.${part}`, "advice"),
        });
        const name = `Button ${at + 1}`;
        return (
          <fieldset class="world-button" key={button.key} aria-label={name}>
            <div class="world-pair">
              <ChoiceField
                label={`${name}: what it does`}
                value={button.type}
                options={buttonTypes}
                onChange={(type) => change(at, { type })}
              />
              <TextField
                label="Label"
                value={button.text}
                {...field("text")}
                onInput={(text) => change(at, { text })}
              />
            </div>
            {button.type === "URL" || button.type === "PHONE_NUMBER" ? (
              <TextField
                label={button.type === "URL" ? "Address" : "Phone number"}
                value={button.value}
                {...field("value")}
                input={{ inputMode: button.type === "URL" ? "url" : "tel" }}
                onInput={(value) => change(at, { value })}
              />
            ) : null}
            {needsExample(button) ? (
              <TextField
                label={button.type === "URL" ? "Example address" : "Example code"}
                value={button.example}
                {...field("example")}
                onInput={(example) => change(at, { example })}
              />
            ) : null}
            <div class="world-actions">
              <IconButton
                icon={ArrowUp}
                label={`Move button ${at + 1} up`}
                disabled={at === 0}
                onClick={() => move(at, at - 1)}
              />
              <IconButton
                icon={ArrowDown}
                label={`Move button ${at + 1} down`}
                disabled={at === buttons.length - 1}
                onClick={() => move(at, at + 1)}
              />
              <IconButton
                icon={Trash2}
                label={`Remove button ${at + 1}`}
                onClick={() => onChange(buttons.toSpliced(at, 1))}
              />
            </div>
          </fieldset>
        );
      })}
      {wrong === null ? null : <p class="field-advice">{wrong}</p>}
      {buttons.length < mostButtons ? (
        <div class="world-actions">
          <Button icon={Plus} onClick={add}>
            Add button
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
