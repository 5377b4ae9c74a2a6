import { Download } from "lucide";
import { useMemo, useState } from "preact/hooks";
import { type BackupOffer, readBackupFile } from "../../app/backup";
import { backupParts } from "../../app/backup-parts";
import type { Offline } from "../../pwa/register";
import { messageOf } from "../../shared/message-of";
import { usePlayground } from "../page";
import { Button } from "../parts/button";
import * as form from "../parts/form/fields";
import { Form } from "../parts/form/form";
import { ImportButton } from "../parts/import-button";
import { exportEverything } from "./export-everything";

type Offers = ReadonlySet<BackupOffer>;

interface Found {
  readonly file: string;
  readonly offers: readonly BackupOffer[];
  /** The offers that replace nothing. */
  readonly added: Offers;
}

function chosenLens(offer: BackupOffer, index: number): form.Lens<Offers, boolean> {
  return {
    id: String(index),
    get: (chosen) => chosen.has(offer),
    set: (chosen, isChosen) =>
      isChosen ? new Set([...chosen, offer]) : new Set([...chosen].filter((other) => other !== offer)),
  };
}

/** Exports everything to a file, and imports the parts that the person picks from one. */
export function BackupForm() {
  const playground = usePlayground();
  const [found, setFound] = useState<Found | null>(null);
  const [said, say] = useState<{ readonly wrong: boolean; readonly text: string } | null>(null);

  const parts = useMemo(() => backupParts(playground), []);
  const save = async () => {
    const text = await exportEverything(playground);
    if (text !== null) say({ wrong: true, text });
  };
  const look = async (file: File) => {
    setFound(null);
    say(null);
    const read = await readBackupFile(parts, file);
    if (!read.ok) return say({ wrong: true, text: read.message });
    if (read.value.offers.length === 0) {
      return say({ wrong: false, text: `You already have everything in ${file.name}.` });
    }
    const { offers } = read.value;
    setFound({ file: file.name, offers, added: new Set(offers.filter(({ replaces }) => !replaces)) });
  };
  const take = async (file: string, chosen: Offers) => {
    setFound(null);
    try {
      for (const offer of chosen) await offer.take();
      say({ wrong: false, text: chosen.size === 0 ? "Nothing imported." : `Imported from ${file}.` });
    } catch (error) {
      say({ wrong: true, text: `Couldn't import all of ${file} (${messageOf(error)}). Import it again.` });
    }
    return null;
  };
  return (
    <fieldset class="group">
      <legend>Your work</legend>
      <p class="note">
        One file with your scripts, lesson progress, world and settings. Accounts and tokens are never
        included.
      </p>
      <p class="note">{offlineWords(playground.offline.value)}</p>
      <div class="form-actions">
        <Button icon={Download} onClick={() => void save()}>
          Export everything
        </Button>
        <ImportButton label="Backup file" onFile={(file) => void look(file)} />
      </div>
      {found !== null && (
        <Form
          title={`Import from ${found.file}`}
          fields={found.offers.map((offer, index) => form.check(offer.title, chosenLens(offer, index)))}
          start={found.added}
          submit="Import selected"
          onSave={(chosen) => take(found.file, chosen)}
          onCancel={() => setFound(null)}
        />
      )}
      <p class={said?.wrong ? "field-error" : "note"} role={said?.wrong ? "alert" : "status"}>
        {said?.text}
      </p>
    </fieldset>
  );
}

function offlineWords(offline: Offline): string {
  switch (offline.kind) {
    case "ready":
      return "Works offline, except live mode.";
    case "not yet":
      return "Not available offline yet.";
    case "unavailable":
      return `Not available offline. ${offline.reason}`;
  }
}
