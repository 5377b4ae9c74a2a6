import { useState } from "preact/hooks";
import type { Playground } from "../../../../app/playground";
import { counted } from "../../../../shared/counted";
import type { Account } from "../../simulator/world/account";
import type { World } from "../../simulator/world/world";
import { withAccountAt, withoutAccount } from "../world-changes";
import { FileBlock } from "./file-block";
import { NewNumber } from "./new-number";
import { NumberForm } from "./number-form";
import { alwaysThere } from "./number-name";
import { originTitle, ReadyWorlds } from "./ready-worlds";
import { RulesForm } from "./rules-form";

/** The world as a whole: what it holds, where it comes from and goes to, its business, rules and numbers. */
export function WorldSection({ playground, world }: { playground: Playground; world: World }) {
  const { world: model } = playground;
  const [wrong, setWrong] = useState<string | null>(null);
  const edit = (change: (world: World) => World) => {
    const refused = model.edit(change);
    setWrong(refused === null ? null : `The change was not saved. ${refused}`);
  };
  const remove = (account: Account) => {
    const at = world.accounts.indexOf(account);
    edit((now) => withoutAccount(now, account.phoneNumberId));
    playground.notices.show({
      tone: "info",
      text: `The number ${account.name} was removed. Its messages are kept.`,
      action: { label: "Undo", run: () => edit((now) => withAccountAt(now, account, at)) },
    });
  };
  return (
    <div class="world-form is-wide">
      <p>
        <strong>{world.business.name}</strong>, which began as “{originTitle(world)}”: {model.summary.value},{" "}
        {counted(world.accounts.length, "phone number")}, {counted(world.faults.length, "fault")}.{" "}
        {model.pristine.value ? "Nothing has happened in it yet." : "It has changed since it began."}
      </p>
      {wrong === null ? null : (
        <p class="field-error" role="alert">
          {wrong}
        </p>
      )}
      <ReadyWorlds playground={playground} world={world} />
      <FileBlock playground={playground} world={world} />
      <RulesForm model={model} world={world} edit={edit} />
      <section class="world-block" aria-labelledby="world-numbers">
        <h3 id="world-numbers">Phone numbers</h3>
        <p class="note">
          One for each account name that a script can use; more come with the accounts you add to the page.{" "}
          {alwaysThere.join(", ")} are always there: a run puts back one that is missing.
        </p>
        {world.accounts.map((account) => (
          <NumberForm
            key={account.phoneNumberId}
            model={model}
            world={world}
            account={account}
            edit={edit}
            onRemove={() => remove(account)}
          />
        ))}
        <NewNumber model={model} world={world} />
      </section>
    </div>
  );
}
