import { Plus } from "lucide";
import { useState } from "preact/hooks";
import { TextField } from "../../../../ui/parts/field";
import { Icon } from "../../../../ui/parts/icon";
import { withAccounts } from "../../simulator/accounts";
import type { World } from "../../simulator/world/world";
import type { WhatsAppWorld } from "../../world";
import { checkNumberName } from "./number-name";

/** Adds a business number: its name is asked for, the rest is made from it and can be changed then. */
export function NewNumber({ model, world }: { model: WhatsAppWorld; world: World }) {
  const [name, setName] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const add = () => {
    const refused = checkNumberName(world, name, null) ?? model.edit((now) => withAccounts(now, [name]));
    setWrong(refused);
    if (refused === null) setName("");
  };
  return (
    <form
      class="world-inline"
      noValidate
      autocomplete="off"
      aria-label="Add a phone number"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        label="Another number"
        value={name}
        error={wrong}
        hint="Its name in scripts, such as `berlin`. Phone number, IDs and token are made from it."
        onInput={(typed) => {
          setName(typed);
          setWrong(null);
        }}
      />
      <div class="world-actions">
        <button type="submit" class="button">
          <Icon node={Plus} size={14} />
          Add number
        </button>
      </div>
    </form>
  );
}
