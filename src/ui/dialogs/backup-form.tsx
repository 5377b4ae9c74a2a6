import { Download } from "lucide";
import { useMemo, useState } from "preact/hooks";
import { type BackupOffer, backupName, backupText, readBackupFile } from "../../app/backup";
import { backupParts } from "../../app/backup-parts";
import type { Offline } from "../../pwa/offline";
import { messageOf } from "../../shared/message-of";
import { usePlayground } from "../page";
import { Button } from "../parts/button";
import { download } from "../parts/download";
import { ImportButton } from "../parts/file-field";

interface Found {
  readonly file: string;
  readonly offers: readonly BackupOffer[];
  readonly chosen: ReadonlySet<BackupOffer>;
}

/** Everything out to a file and in from one; what would be taken is shown, and chosen, before it is. */
export function BackupForm() {
  const playground = usePlayground();
  const [found, setFound] = useState<Found | null>(null);
  const [said, say] = useState<{ readonly wrong: boolean; readonly text: string } | null>(null);

  const parts = useMemo(() => backupParts(playground), []);
  const save = async () => {
    const now = Date.now();
    try {
      download(backupName(now), "application/json", await backupText(parts, now));
    } catch (error) {
      say({
        wrong: true,
        text: `Nothing was exported: the browser refused to read it (${messageOf(error)}).`,
      });
    }
  };
  const look = async (file: File) => {
    setFound(null);
    say(null);
    const read = await readBackupFile(parts, file);
    if (!read.ok) return say({ wrong: true, text: read.message });
    if (read.value.offers.length === 0) {
      return say({ wrong: false, text: `Everything in ${file.name} is here already.` });
    }
    const added = read.value.offers.filter(({ replaces }) => !replaces);
    setFound({ file: file.name, offers: read.value.offers, chosen: new Set(added) });
  };
  const take = async ({ file, chosen }: Found) => {
    setFound(null);
    try {
      for (const offer of chosen) await offer.take();
    } catch (error) {
      say({ wrong: true, text: `Not all of ${file} could be kept (${messageOf(error)}). Import it again.` });
      return;
    }
    say({ wrong: false, text: chosen.size === 0 ? "Nothing was taken." : `Imported from ${file}.` });
  };
  return (
    <fieldset class="group">
      <legend>Your work</legend>
      <p class="note">
        Scripts, progress in lessons, the simulated world and settings as one file. Accounts and tokens are
        never in it.
      </p>
      <p class="note">{offlineWords(playground.offline.value)}</p>
      <div class="backup-actions">
        <Button icon={Download} onClick={() => void save()}>
          Export everything
        </Button>
        <ImportButton label="Exported file" onFile={(file) => void look(file)} />
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
            <Button onClick={() => void take(found)}>Take what is ticked</Button>
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

function offlineWords(offline: Offline): string {
  switch (offline.kind) {
    case "ready":
      return "Without a network everything but live mode works here.";
    case "not yet":
      return "The page is not kept for use without a network yet.";
    case "unavailable":
      return `The page needs a network. ${offline.reason}`;
  }
}
