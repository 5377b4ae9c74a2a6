import { useState } from "preact/hooks";
import { Button } from "../../../../ui/parts/button";
import { AreaField, ChoiceField, TextField } from "../../../../ui/parts/field";
import type { World } from "../../simulator/world/world";
import type { WhatsAppWorld } from "../../world";
import { EditForm } from "../edit-form";
import { withFault } from "../world-changes";
import { type FaultDraft, readFault } from "./fault-draft";
import { callsSoFar, callsWords, errorChoice, errorChoices, faultSentence, operations } from "./fault-words";

interface Props {
  readonly model: WhatsAppWorld;
  readonly world: World;
  readonly draft: FaultDraft;
  onChange(draft: FaultDraft): void;
  onSaved(): void;
  onCancel(): void;
}

const spans = [
  { value: "once", label: "That call only" },
  { value: "several", label: "Several calls in a row" },
  { value: "on", label: "All from there on" },
] as const;

const effects = [
  { value: "error", label: "An error of Meta's" },
  { value: "slow", label: "A slow answer" },
  { value: "timeout", label: "No answer (time-out)" },
  { value: "cut", label: "The connection is cut" },
  { value: "http", label: "An answer that is not Meta's" },
] as const;

const whens = [
  { value: "before", label: "Before it was accepted" },
  { value: "after", label: "After it was accepted" },
] as const;

/** 190's subcodes: app removed, logged out, password changed, expired, not confirmed, withdrawn. */
const subcodes = ["", "458", "459", "460", "463", "464", "467"] as const;

/** Adds a fault rule or changes one; the sentence at its head says what it will do. */
export function FaultForm({ model, world, draft, onChange, onSaved, onCancel }: Props) {
  const [refusals, setRefusals] = useState(0);
  const [refused, setRefused] = useState<string | null>(null);
  const read = readFault(draft);
  const errors = read.ok ? {} : read.errors;
  const change = (part: Partial<FaultDraft>) => onChange({ ...draft, ...part });
  const save = () => {
    if (!read.ok) return setRefusals(refusals + 1);
    const wrong = model.edit((now) => withFault(now, read.fault, draft.index));
    if (wrong === null) onSaved();
    else setRefused(`The fault was not saved. ${wrong}`);
  };
  return (
    <EditForm
      title={draft.index === null ? "New fault" : "Change the fault"}
      error={refused ?? errors.rule ?? null}
      refusals={refusals}
      submit={draft.index === null ? "Add fault" : "Save"}
      onSubmit={save}
      onCancel={onCancel}
    >
      <p class="world-sentence" aria-live="polite">
        {read.ok ? faultSentence(read.fault) : "…"}
      </p>
      <ChoiceField
        label="Which calls"
        value={draft.operation}
        options={operations}
        hint={callsWords(world, draft.operation)}
        onChange={(operation) => change({ operation, from: String(callsSoFar(world, operation) + 1) })}
      />
      <div class="world-pair">
        <TextField
          label="From call number"
          value={draft.from}
          error={errors.from ?? null}
          hint="Counted since the world began."
          input={{ inputMode: "numeric" }}
          onInput={(from) => change({ from })}
        />
        <ChoiceField
          label="How many"
          value={draft.span}
          options={spans}
          onChange={(span) => change({ span })}
        />
        {draft.span === "several" ? (
          <TextField
            label="Calls in a row"
            value={draft.count}
            error={errors.count ?? null}
            input={{ inputMode: "numeric" }}
            onInput={(count) => change({ count })}
          />
        ) : null}
      </div>
      <div class="world-actions">
        <Button onClick={() => change({ from: String(callsSoFar(world, draft.operation) + 1), span: "on" })}>
          From the next call on
        </Button>
      </div>
      <ChoiceField
        label="What happens"
        value={draft.effect}
        options={effects}
        onChange={(effect) => change({ effect })}
      />
      <EffectFields draft={draft} errors={errors} change={change} />
    </EditForm>
  );
}

interface EffectProps {
  readonly draft: FaultDraft;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  change(part: Partial<FaultDraft>): void;
}

function EffectFields({ draft, errors, change }: EffectProps) {
  if (draft.effect === "error") {
    const codes = errorChoices.map(({ code, title }) => ({ value: String(code), label: `${code} ${title}` }));
    return (
      <>
        <ChoiceField
          label="Error"
          value={String(draft.code)}
          options={codes}
          hint={errorChoice(draft.code).cause}
          onChange={(value) => {
            const chosen = errorChoices.find(({ code }) => String(code) === value);
            if (chosen !== undefined) change({ code: chosen.code, subcode: "" });
          }}
        />
        {draft.code === 190 ? (
          <ChoiceField
            label="Subcode"
            value={draft.subcode}
            options={[...new Set([...subcodes, draft.subcode])].map((value) => ({
              value,
              label: value === "" ? "None: the token has expired" : value,
            }))}
            onChange={(subcode) => change({ subcode })}
          />
        ) : null}
      </>
    );
  }
  if (draft.effect === "slow")
    return (
      <TextField
        label="Slow by, in seconds"
        value={draft.slow}
        error={errors.slow ?? null}
        hint="Simulated time. Past 30 s nobody waits for the answer any more: the call fails, and may have gone through."
        input={{ inputMode: "decimal" }}
        onInput={(slow) => change({ slow })}
      />
    );
  if (draft.effect === "http")
    return (
      <>
        <div class="world-pair">
          <TextField
            label="HTTP status"
            value={draft.status}
            error={errors.status ?? null}
            input={{ inputMode: "numeric" }}
            onInput={(status) => change({ status })}
          />
          <TextField
            label="Content type"
            value={draft.contentType}
            error={null}
            onInput={(contentType) => change({ contentType })}
          />
        </div>
        <AreaField
          label="Body"
          rows={4}
          value={draft.body}
          error={null}
          onInput={(body) => change({ body })}
        />
      </>
    );
  return (
    <ChoiceField
      label="When"
      value={draft.when}
      options={whens}
      hint={
        draft.when === "before"
          ? "Meta never saw the request: nothing was sent."
          : "The message was sent, but the script cannot know: sending again may send it twice."
      }
      onChange={(when) => change({ when })}
    />
  );
}
