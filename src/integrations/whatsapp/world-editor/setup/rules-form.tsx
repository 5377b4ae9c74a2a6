import { ChoiceField } from "../../../../ui/parts/field";
import { usualLatency, type World } from "../../simulator/world/world";
import type { WhatsAppWorld } from "../../world";
import { SavedField } from "./saved-field";
import { closedWindowChoices, meaning, rateStatusChoices, tierChoices, wabaChoices } from "./setup-words";
import { typedCodes, typedNumber } from "./typed-values";

interface Props {
  readonly model: WhatsAppWorld;
  readonly world: World;
  /** Saves; what cannot be saved is shown. */
  edit(change: (world: World) => World): void;
}

/** The business and the rules that hold for all of its numbers; saved as they are changed. */
export function RulesForm({ model, world, edit }: Props) {
  const { business, waba, rules } = world;
  const latencyMs = rules.latencyMs ?? usualLatency;
  const rule = (part: Partial<World["rules"]>) => (now: World) => ({
    ...now,
    rules: { ...now.rules, ...part },
  });
  return (
    <section class="world-block" aria-labelledby="world-rules">
      <h3 id="world-rules">Business and rules</h3>
      <div class="world-grid">
        <SavedField
          label="Business name"
          text={business.name}
          save={(name) =>
            name.trim() === ""
              ? "A business needs a name."
              : model.edit((now) => ({ ...now, business: { ...now.business, name: name.trim() } }))
          }
        />
        <ChoiceField
          label="Free text outside the window"
          value={rules.closedWindow}
          options={closedWindowChoices}
          hint={meaning(closedWindowChoices, rules.closedWindow)}
          onChange={(closedWindow) => edit(rule({ closedWindow }))}
        />
        <ChoiceField
          label="Status when a limit is hit"
          value={rules.rateLimitStatus === 400 ? "400" : "429"}
          options={rateStatusChoices}
          hint={meaning(rateStatusChoices, rules.rateLimitStatus === 400 ? "400" : "429")}
          onChange={(status) => edit(rule({ rateLimitStatus: status === "400" ? 400 : 429 }))}
        />
        <SavedField
          label="Marketing templates a day"
          text={String(rules.marketingPerDay)}
          hint="To one contact outside its window; more fail with 131049. Meta keeps its own number secret."
          input={{ inputMode: "numeric" }}
          save={(text) => {
            const typed = typedNumber(text, 0, 1_000_000);
            return typed.ok ? model.edit(rule({ marketingPerDay: typed.value })) : typed.message;
          }}
        />
        {(["fastest", "slowest"] as const).map((which) => (
          <SavedField
            key={which}
            label={which === "fastest" ? "Fastest call" : "Slowest call"}
            text={String(latencyMs[which])}
            hint={
              which === "fastest"
                ? "Milliseconds of simulated time that a call takes at least."
                : "Milliseconds it takes at most, drawn for each call."
            }
            input={{ inputMode: "numeric" }}
            save={(text) => {
              const typed = typedNumber(text, 1, 29_000);
              if (!typed.ok) return typed.message;
              const next = { ...latencyMs, [which]: typed.value };
              if (next.fastest > next.slowest) return "The fastest call must not be slower than the slowest.";
              return model.edit(rule({ latencyMs: next }));
            }}
          />
        ))}
        <SavedField
          label="Seed"
          text={String(world.seed)}
          hint="Ids, latencies and times are drawn from it: the same script over the same world gives the same bytes."
          input={{ inputMode: "numeric" }}
          save={(text) => {
            const typed = typedNumber(text, 0, 0xffff_ffff);
            return typed.ok ? model.edit((now) => ({ ...now, seed: typed.value })) : typed.message;
          }}
        />
        <ChoiceField
          label="Messaging limit"
          value={business.messagingLimit}
          options={tierChoices}
          hint={`Different people within 24 h, their windows being closed; beyond it messages fail with 131048. ${meaning(tierChoices, business.messagingLimit)}`}
          onChange={(messagingLimit) =>
            edit((now) => ({ ...now, business: { ...now.business, messagingLimit } }))
          }
        />
        <ChoiceField
          label="Business account"
          value={waba.state}
          options={wabaChoices}
          hint={meaning(wabaChoices, waba.state)}
          onChange={(state) => edit((now) => ({ ...now, waba: { ...now.waba, state } }))}
        />
        <SavedField
          label="Countries it may not write to"
          optional
          text={waba.restrictedCodes.join(", ")}
          hint="Calling codes, such as 44, 353. Sends to them answer 130497."
          save={(text) => {
            const typed = typedCodes(text);
            if (!typed.ok) return typed.message;
            return model.edit((now) => ({ ...now, waba: { ...now.waba, restrictedCodes: typed.value } }));
          }}
        />
      </div>
    </section>
  );
}
