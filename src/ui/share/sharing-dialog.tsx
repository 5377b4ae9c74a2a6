import { Download, Link } from "lucide";
import { worldFileName, worldText } from "../../app/world-file";
import type { WorldSimulator, WorldState } from "../../integrations/world-simulator";
import { LONGEST_LINK } from "../../share/link";
import { usePage, usePlayground } from "../page";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { download } from "../parts/download";
import type { Sharing } from "../shell";
import { copyLink } from "./copy-commands";
import "./sharing.css";

interface Props<Kind extends Sharing["kind"]> {
  readonly sharing: Extract<Sharing, { kind: Kind }>;
  onDone(): void;
}

const TITLES: Record<Sharing["kind"], string> = {
  link: "Copy this link",
  "too long": "Too long for a link",
  world: "This link includes a world",
};

/** The question about a link that was made or opened, if any. */
export function SharingDialog() {
  const { shell } = usePage();
  const sharing = shell.sharing.value;
  if (sharing === null) return null;
  const close = () => {
    shell.sharing.value = null;
  };
  return (
    <Dialog title={TITLES[sharing.kind]} class="sharing" onClose={close}>
      <Question sharing={sharing} onDone={close} />
    </Dialog>
  );
}

function Question({ sharing, onDone }: { sharing: Sharing; onDone(): void }) {
  switch (sharing.kind) {
    case "link":
      return <LinkByHand url={sharing.url} />;
    case "too long":
      return <TooLong sharing={sharing} onDone={onDone} />;
    case "world":
      return <WorldOffered sharing={sharing} onDone={onDone} />;
  }
}

function LinkByHand({ url }: { url: string }) {
  return (
    <>
      <p>The browser blocked copying. The link is selected: copy it with the keyboard.</p>
      <textarea
        class="input sharing-link"
        aria-label="Link"
        readOnly
        rows={5}
        value={url}
        ref={(field) => {
          field?.focus();
          field?.select();
        }}
      />
    </>
  );
}

const COUNT = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

function TooLong({ sharing: { length, shared }, onDone }: Props<"too long">) {
  const page = usePage();
  const { name, source, world } = shared;
  const simulator = page.playground.world.simulator.value;
  return (
    <>
      <p>
        A link with {name}
        {world === null ? "" : " and the world"} would be {COUNT.format(length / 1000)} kB long. Email and
        chat apps may cut off links over {COUNT.format(LONGEST_LINK / 1000)} kB.
        {world === null
          ? " Send a file instead. Recipients can drop it on this page."
          : " Copy the link without the world, or send both files. Recipients can drop them on this page."}
      </p>
      <div class="dialog-foot sharing-actions">
        {world === null ? null : (
          <Button
            icon={Link}
            onClick={() => {
              onDone();
              void copyLink(page, true);
            }}
          >
            Link without the world
          </Button>
        )}
        <Button icon={Download} onClick={() => download(name, "text/x-lua", source)}>
          Script (.lua)
        </Button>
        {world === null || simulator === null ? null : (
          <Button icon={Download} onClick={() => saveWorld(simulator, world, source)}>
            World (.json)
          </Button>
        )}
      </div>
    </>
  );
}

function saveWorld(
  { shareable, title }: WorldSimulator<WorldState, unknown>,
  world: WorldState,
  source: string,
): void {
  download(worldFileName(title(world), world.clock), "application/json", worldText(shareable(world, source)));
}

function WorldOffered({ sharing: { script, world }, onDone }: Props<"world">) {
  const playground = usePlayground();
  const simulator = playground.world.simulator.value;
  return (
    <>
      <p>
        {script} comes with the world “{simulator?.title(world)}” ({simulator?.summarize(world)}). Your own
        world ({playground.world.summary.value}) stays unless you replace it, which you can undo.
      </p>
      <div class="dialog-foot sharing-actions">
        <Button onClick={onDone}>Keep my world</Button>
        <Button
          onClick={() => {
            onDone();
            playground.world.load(world, "the world from the link");
          }}
        >
          Use the link's world
        </Button>
      </div>
    </>
  );
}
