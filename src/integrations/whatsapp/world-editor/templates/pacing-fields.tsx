import { ChoiceField, TextField } from "../../../../ui/parts/field";
import { checkPacing, type PacingDraft } from "./pacing-draft";
import { meansOf, pacings } from "./template-words";

interface Props {
  readonly draft: PacingDraft;
  onChange(draft: PacingDraft): void;
}

/** Whether Meta watches the template: the first messages go out, the rest is held until it decides. */
export function PacingFields({ draft, onChange }: Props) {
  const wrong = checkPacing(draft);
  return (
    <>
      <ChoiceField
        label="Pacing"
        value={draft.outcome}
        options={pacings}
        hint={meansOf(pacings, draft.outcome)}
        onChange={(outcome) => onChange({ ...draft, outcome })}
      />
      {draft.outcome === "none" ? null : (
        <div class="world-pair">
          <TextField
            label="Messages that go out first"
            value={draft.free}
            error={wrong.free}
            hint="Later ones are held."
            input={{ inputMode: "numeric" }}
            onInput={(free) => onChange({ ...draft, free })}
          />
          <TextField
            label="Minutes until Meta decides"
            value={draft.minutes}
            error={wrong.minutes}
            hint="Counted from the first message that is held, in simulated time."
            input={{ inputMode: "numeric" }}
            onInput={(minutes) => onChange({ ...draft, minutes })}
          />
        </div>
      )}
    </>
  );
}
