import { Plus, Trash2 } from "lucide";
import type { Playground } from "../../../../app/playground";
import { Button, IconButton } from "../../../../ui/parts/button";
import type { Fault } from "../../simulator/world/fault";
import type { World } from "../../simulator/world/world";
import { type EditorState, turnTo, typed } from "../editor-state";
import { ListAndForm } from "../list-and-form";
import { ShortList } from "../short-list";
import { withFaultAt, withoutFault } from "../world-changes";
import { faultDraft } from "./fault-draft";
import { FaultForm } from "./fault-form";
import { faultSentence, faultState } from "./fault-words";

interface Props {
  readonly playground: Playground;
  readonly state: EditorState;
  readonly world: World;
}

/** Rules that make calls go wrong. */
export function FaultsSection({ playground, state, world }: Props) {
  const draft = state.fault.value?.now ?? null;
  const rules = world.faults.map((fault, index) => ({ fault, index }));
  const open = (index: number | null) => {
    turnTo(state.fault, faultDraft(world, index), playground.notices);
  };
  const remove = (fault: Fault, index: number) => {
    const { notices, world: model } = playground;
    const wrong = model.edit((now) => withoutFault(now, index));
    if (wrong !== null) return notices.show({ tone: "error", text: `The fault was not removed. ${wrong}` });
    // A draft names its rule by its place.
    const editing = state.fault.peek()?.now ?? null;
    if (editing !== null && editing.index !== null && editing.index >= index) state.fault.value = null;
    notices.show({
      tone: "info",
      text: `Fault removed: ${faultSentence(fault)}`,
      action: {
        label: "Undo",
        run() {
          const refused = model.edit((now) => withFaultAt(now, fault, index));
          if (refused !== null) notices.show({ tone: "error", text: `The fault is not back. ${refused}` });
        },
      },
    });
  };
  return (
    <ListAndForm
      empty="A fault makes chosen calls go wrong, so that a script can show what it does about it. The first rule that answers wins; slow ones add up."
      list={
        <>
          <div class="world-tools">
            <Button icon={Plus} onClick={() => open(null)}>
              Add fault
            </Button>
          </div>
          {rules.length === 0 ? (
            <p class="world-empty">No faults: every call is answered as Meta would.</p>
          ) : (
            <ShortList label="Faults" items={rules}>
              {({ fault, index }) => (
                <li key={index} class="world-item" data-current={draft?.index === index}>
                  <button
                    type="button"
                    class="world-open"
                    aria-pressed={draft?.index === index}
                    onClick={() => open(index)}
                  >
                    <span class="world-item-name">{faultSentence(fault)}</span>
                    <span class="note">{faultState(world, fault)}</span>
                  </button>
                  <IconButton
                    icon={Trash2}
                    label={`Remove fault: ${faultSentence(fault)}`}
                    onClick={() => remove(fault, index)}
                  />
                </li>
              )}
            </ShortList>
          )}
        </>
      }
      form={
        draft === null ? null : (
          <FaultForm
            key={draft.index ?? "new"}
            model={playground.world}
            world={world}
            draft={draft}
            onChange={(next) => typed(state.fault, next)}
            onSaved={() => {
              state.fault.value = null;
            }}
            onCancel={() => turnTo(state.fault, null, playground.notices)}
          />
        )
      }
    />
  );
}
