import { Download, FileUp } from "lucide";
import { useRef, useState } from "preact/hooks";
import { type BackupOffer, backupName, backupText, readBackupFile } from "../../app/backup";
import { backupParts } from "../../app/backup-parts";
import type { Playground } from "../../app/playground";
import { Button } from "../parts/button";
import { download } from "../parts/download";

interface Found {
  readonly file: string;
  readonly offers: readonly BackupOffer[];
  readonly chosen: ReadonlySet<BackupOffer>;
}

/** Everything out to a file and in from one; what would be taken is shown, and chosen, before it is. */
export function BackupForm({ playground }: { playground: Playground }) {
  const picker = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [said, say] = useState<{ readonly wrong: boolean; readonly text: string } | null>(null);

  const save = () => {
    const now = Date.now();
    download(backupName(now), "application/json", backupText(backupParts(playground), now));
  };
  const look = async (file: File) => {
    setFound(null);
    say(null);
    const read = await readBackupFile(backupParts(playground), file);
    if (!read.ok) return say({ wrong: true, text: read.message });
    if (read.offers.length === 0) {
      return say({ wrong: false, text: `Everything in ${file.name} is here already.` });
    }
    const added = read.offers.filter(({ replaces }) => !replaces);
    setFound({ file: file.name, offers: read.offers, chosen: new Set(added) });
  };
  const take = ({ file, chosen }: Found) => {
    for (const offer of chosen) offer.take();
    setFound(null);
    say({ wrong: false, text: chosen.size === 0 ? "Nothing was taken." : `Imported from ${file}.` });
  };
  return (
    <fieldset class="group">
      <legend>Your work</legend>
      <p class="note">
        Scripts, the simulated world and settings as one file. Accounts and tokens are never in it.
      </p>
      <div class="backup-actions">
        <Button icon={Download} onClick={save}>
          Export everything
        </Button>
        <Button icon={FileUp} onClick={() => picker.current?.click()}>
          Import…
        </Button>
        <input
          ref={picker}
          type="file"
          class="visually-hidden"
          accept=".json,application/json"
          aria-label="Exported file"
          tabIndex={-1}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            // So that the same file can be chosen again.
            event.currentTarget.value = "";
            if (file !== undefined) void look(file);
          }}
        />
      </div>
      {found === null ? null : (
        <fieldset class="group" aria-live="polite">
          <legend>Take from {found.file}</legend>
          {found.offers.map((offer) => (
            <label class="check" key={offer.title}>
              <input
                type="checkbox"
                checked={found.chosen.has(offer)}
                onChange={(event) => {
                  const chosen = new Set(found.chosen);
                  if (event.currentTarget.checked) chosen.add(offer);
                  else chosen.delete(offer);
                  setFound({ ...found, chosen });
                }}
              />
              {offer.title}
            </label>
          ))}
          <div class="backup-actions">
            <Button onClick={() => take(found)}>Take what is ticked</Button>
            <Button onClick={() => setFound(null)}>Cancel</Button>
          </div>
        </fieldset>
      )}
      <p class={said?.wrong ? "field-error" : "note"} role={said?.wrong ? "alert" : "status"}>
        {said?.text}
      </p>
    </fieldset>
  );
}
