import { Download, RotateCcw } from "lucide";
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import type { Playground } from "../../../app/playground";
import { worldFileName, worldText } from "../../../app/world-file";
import { counted } from "../../../shared/counted";
import { messageOf } from "../../../shared/message-of";
import { Button } from "../../../ui/parts/button";
import { download } from "../../../ui/parts/download";
import { LiveFields } from "../../../ui/parts/form/live-fields";
import { ImportButton } from "../../../ui/parts/import-button";
import { type ReadyWorld, readyWorlds, type World, type WorldAccount } from "../simulator/page";
import type { WhatsAppWorld } from "../use-world";
import { importWorld } from "./import-world";
import { alwaysThere, NewNumber, NumberForm, withNumberAt, withoutNumber } from "./numbers";
import { worldFields } from "./world-rules";

interface Props {
  readonly playground: Playground;
  readonly model: WhatsAppWorld;
  readonly world: World;
}

/** The world as a whole: source, export, business, rules and numbers. */
export function WorldSection({ playground, model, world }: Props) {
  const { notices } = playground;
  const remove = (account: WorldAccount) => {
    const at = world.accounts.indexOf(account);
    const edit = (change: (now: World) => World) => {
      const wrong = model.edit(change);
      if (wrong !== null) notices.error(`Couldn't save the change. ${wrong}`);
    };
    edit((now) => withoutNumber(now, account.phoneNumberId));
    notices.info(`Removed the number ${account.name}. Its messages are kept.`, {
      label: "Undo",
      run: () => edit((now) => withNumberAt(now, account, at)),
    });
  };
  return (
    <div class="form">
      <p>
        <strong>{world.business.name}</strong>, based on “
        {readyWorlds.find((ready) => ready.id === world.origin)?.title ?? world.origin}”:{" "}
        {model.summary.value}, {counted(world.accounts.length, "phone number")},{" "}
        {counted(world.faults.length, "fault")}. {model.pristine.value ? "Unchanged." : "Modified."}
      </p>
      <ReadyWorlds model={model} world={world} />
      <FileBlock playground={playground} model={model} world={world} />
      <Block title="Business and rules">
        <div class="form-fields is-grid">
          <LiveFields fields={worldFields} value={world} save={model.edit} />
        </div>
      </Block>
      <Block title="Phone numbers">
        <p class="note">
          One for each account name that scripts can use. Accounts you add get their own.{" "}
          {alwaysThere.join(", ")} always exist: a run restores missing ones.
        </p>
        {world.accounts.map((account) => (
          <NumberForm
            key={account.phoneNumberId}
            model={model}
            world={world}
            account={account}
            onRemove={() => remove(account)}
          />
        ))}
        <NewNumber model={model} world={world} />
      </Block>
    </div>
  );
}

interface BlockProps {
  readonly title: string;
  readonly wrong?: string | null;
  readonly children: ComponentChildren;
}

function Block({ title, wrong = null, children }: BlockProps) {
  const id = useId();
  return (
    <section class="form world-block" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
      {wrong === null ? null : (
        <p class="field-error" role="alert">
          {wrong}
        </p>
      )}
    </section>
  );
}

/** Ready-made worlds. Choosing one replaces the world, which can be undone. */
function ReadyWorlds({ model, world }: Omit<Props, "playground">) {
  const [wrong, setWrong] = useState<string | null>(null);
  const choose = async (ready: ReadyWorld) => {
    setWrong(null);
    try {
      model.load(await ready.load(), ready.title, true);
    } catch (error) {
      setWrong(`Couldn't load ${ready.title} (${messageOf(error)}). Check your connection and try again.`);
    }
  };
  return (
    <Block title="Presets" wrong={wrong}>
      <ul class="world-cards">
        {readyWorlds.map((ready) => (
          <li key={ready.id} class="form">
            <button
              type="button"
              class="world-card"
              aria-current={ready.id === world.origin}
              onClick={() => void choose(ready)}
            >
              <strong>{ready.title}</strong>
              <span class="note">{ready.about}</span>
            </button>
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** Exports the world to a file, imports one, or resets it. */
function FileBlock({ playground, model, world }: Props) {
  const [wrong, setWrong] = useState<string | null>(null);
  const take = async (file: File) => {
    setWrong(null);
    setWrong(await importWorld({ world: model, notices: playground.notices }, file));
  };
  return (
    <Block title="File" wrong={wrong}>
      <p class="note">
        Works in the terminal too: <code>npm run lua -- --world FILE</code>, and{" "}
        <code>npm run graph -- --world FILE</code>. You can also drop a file anywhere on this page.
      </p>
      <div class="form-actions">
        <Button
          icon={Download}
          onClick={() =>
            download(worldFileName(world.business.name, world.clock), "application/json", worldText(world))
          }
        >
          Export
        </Button>
        <ImportButton label="World file" onFile={(file) => void take(file)} />
        <Button icon={RotateCcw} onClick={() => model.reset()}>
          Reset
        </Button>
      </div>
    </Block>
  );
}
