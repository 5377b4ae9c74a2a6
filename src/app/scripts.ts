/** The person's scripts: never lost, never silently replaced. */
import { batch, computed, signal } from "@preact/signals";
import { keepRecords } from "../storage/kept-records";
import type { KeepParts } from "../storage/record-kind";
import type { NoticesModel } from "./notices";
import { readable } from "./readable";
import { checkScriptName, freeScriptName, scriptName } from "./script-names";
import {
  type DamagedScript,
  parseRecord,
  readScripts,
  SCRIPT_PREFIX,
  type ScriptsRecord,
  SELECTION_KEY,
  type UnsavedScript,
  type UnsavedScripts,
} from "./script-record";

export interface SavedScript {
  readonly id: string;
  /** File name ending in `.lua`, unique among the scripts. */
  readonly name: string;
  readonly source: string;
  /** Unix milliseconds. */
  readonly editedAt: number;
  /** The text of the example it started from. */
  readonly original?: string;
}

export interface ScriptsParts extends KeepParts {
  readonly notices: NoticesModel;
  /** What a first visit shows. */
  readonly welcome: { readonly name: string; readonly source: string };
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Unsaved data from closed pages. */
  readonly leftBehind?: readonly UnsavedScripts[];
}

/** @internal */
export type OpenScripts = Awaited<ReturnType<typeof openScripts>>;
/** As views see them. */
export type ScriptsModel = Omit<OpenScripts, "unsaved" | "flush" | "close">;

/** Fixed, so two tabs on a first visit create one script, not two. */
const WELCOME_ID = "welcome";
const BYNAME = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function byName(scripts: readonly SavedScript[]): readonly SavedScript[] {
  return scripts.toSorted((a, b) => BYNAME.compare(a.name, b.name));
}

/** Loads the stored scripts and saves changes from then on. Never rejects: without storage, scripts stay in memory. */
export async function openScripts(parts: ScriptsParts) {
  const { notices, leftBehind = [] } = parts;
  const all = signal<readonly SavedScript[]>([]);
  /** The example being previewed. It becomes one of the person's scripts with the first edit. */
  const preview = signal<SavedScript | null>(null);
  /** The script that was selected before the preview. */
  let before = "";
  const texts = computed(() => (preview.value === null ? all.value : byName([...all.value, preview.value])));
  const currentId = signal("");
  const current = computed(() => {
    const script = find(currentId.value) ?? all.value[0];
    if (script === undefined) throw new Error("The list of scripts is never empty.");
    return script;
  });
  const find = (id: string) => texts.value.find((script) => script.id === id);
  const namesBut = (id: string | null) => texts.value.filter((s) => s.id !== id).map((s) => s.name);
  const stem = (name: string) => name.replace(/\.lua$/i, "");

  /** The script under a name that no other script has. */
  const named = ({ id, name, source, editedAt, original }: SavedScript): SavedScript => ({
    ...{ id, name: freeScriptName(name, namesBut(id)), source, editedAt },
    ...(original !== undefined && { original }),
  });

  /** Puts a script, or the preview, into the list. */
  const put = (given: SavedScript): SavedScript =>
    batch(() => {
      const script = named(given);
      all.value = byName([...all.value.filter(({ id }) => id !== script.id), script]);
      if (preview.value?.id === script.id) preview.value = null;
      return script;
    });

  /** Puts a script into the list and saves it soon. */
  const keep = (script: SavedScript): SavedScript => {
    if (preview.value?.id === script.id) scripts.changed(SELECTION_KEY);
    const kept = put(script);
    scripts.changed(SCRIPT_PREFIX + kept.id);
    return kept;
  };

  const keepNew = (name: string, source: string, id = parts.newId()) =>
    keep({ id, name, source, editedAt: parts.now() });

  /** Adds a script and selects it. The name is made unique. `id`: a fixed one that no script may have yet. */
  const add = (name: string, source: string, id?: string): SavedScript =>
    batch(() => {
      const script = keepNew(name, source, id);
      select(script.id);
      return script;
    });

  /** Selects the script with this text, if there is one. */
  const selectText = (source: string): boolean => {
    const same = texts.peek().find((script) => script.source === source);
    if (same !== undefined) select(same.id);
    return same !== undefined;
  };

  const select = (id: string) => {
    if (find(id) === undefined || currentId.value === id) return;
    currentId.value = id;
    scripts.changed(SELECTION_KEY);
  };

  const closePreview = () =>
    batch(() => {
      const shown = current.value === preview.value;
      preview.value = null;
      scripts.changed(SELECTION_KEY);
      if (shown) select((find(before) ?? current.value).id);
    });

  /** Removes a script from the list. If it was the current one, the next one is selected. */
  const drop = (id: string) => {
    const index = all.value.findIndex((s) => s.id === id);
    const rest = all.value.filter((s) => s.id !== id);
    const next = rest[Math.min(index, rest.length - 1)];
    batch(() => {
      const wasCurrent = current.value.id === id;
      all.value = rest;
      if (next === undefined) add("untitled.lua", "");
      else if (wasCurrent) select(next.id);
    });
  };

  const offerUndo = (script: SavedScript, text: string) => {
    const run = () =>
      batch(() => {
        keep(script);
        select(script.id);
      });
    notices.info(text, { label: "Undo", run });
  };

  const scripts = keepRecords<ScriptsRecord>(parts, {
    owns: (key) => key.startsWith(SCRIPT_PREFIX) || key === SELECTION_KEY,
    parse: parseRecord,
    record(key, revision) {
      if (key === SELECTION_KEY) {
        const shown = preview.peek();
        return { version: 1, current: currentId.peek(), ...(shown && { preview: shown }) };
      }
      const script = find(key.slice(SCRIPT_PREFIX.length));
      return script === undefined ? null : { version: 1, ...script, revision };
    },
    onForeign(_key, record) {
      // Each tab selects its own script.
      if ("source" in record) put(record);
    },
    onForeignRemoval(key) {
      const script = find(key.slice(SCRIPT_PREFIX.length));
      if (script === undefined) return;
      const shown = current.value.id === script.id;
      drop(script.id);
      if (shown) offerUndo(script, `${script.name} was deleted in another tab.`);
    },
    onConflict(_key, { theirs, ours, base }) {
      if (!("source" in theirs) || !("source" in ours)) return;
      if (
        theirs.source === ours.source ||
        (base !== null && "source" in base && theirs.source === base.source)
      )
        return;
      const copy = keepNew(`${stem(theirs.name)} (other tab)`, theirs.source);
      notices.info(
        `${theirs.name} was also edited in another tab. Both versions are kept: the other one is in ${copy.name}.`,
        { label: "Show it", run: () => select(copy.id) },
      );
    },
    onEmptied() {
      notices.info("This page's browser storage was cleared. Your open scripts are being saved again.");
    },
    onRefused(reason) {
      notices.error(
        `Scripts aren't being saved (${reason}). They last until you close this page. Export what you want to keep.`,
      );
    },
  });

  await load();

  return {
    all: readable(all),
    /** An example shown without being in the list until it is edited. The next example replaces it. */
    preview: readable(preview),
    /** All scripts and the preview. */
    texts,
    current,
    storage: scripts.status,
    /** Called on every change of the editor's text. It is saved soon after, or at once if the page is hidden. */
    edit(source: string) {
      if (current.value.source !== source) keep({ ...current.value, source, editedAt: parts.now() });
    },
    select,
    create: add,
    /** Selects the script with this text, or adds one. Returns whether it was added. */
    open(name: string, source: string): boolean {
      const here = selectText(source);
      if (!here) add(name, source);
      return !here;
    },
    /** Shows an example as the preview, or selects the script with its text. */
    openExample(name: string, source: string) {
      if (selectText(source)) return;
      batch(() => {
        if (current.value !== preview.value) before = current.value.id;
        preview.value = null;
        preview.value = named({ id: parts.newId(), name, source, editedAt: parts.now(), original: source });
        select(preview.value.id);
      });
      scripts.changed(SELECTION_KEY);
    },
    /** Turns the preview into a script. */
    keepPreview() {
      if (preview.value !== null) keep(preview.value);
    },
    /** Resets a script to the text of its example. The notice offers undo. */
    resetToExample(id: string) {
      const script = find(id);
      if (script?.original === undefined) return;
      keep({ ...script, source: script.original });
      notices.info(`${script.name} reset to the example.`, { label: "Undo", run: () => void keep(script) });
    },
    /** Returns an error message about the name, or `null` on success. */
    rename(id: string, typed: string): string | null {
      const script = find(id);
      if (script === undefined) return "This script no longer exists.";
      const problem = checkScriptName(typed, namesBut(id));
      const name = scriptName(typed);
      if (problem === null && name !== script.name) keep({ ...script, name });
      return problem;
    },
    duplicate(id: string) {
      const script = find(id);
      if (script !== undefined) add(`${stem(script.name)}-copy`, script.source);
    },
    /** Removes a script, with a notice that offers undo, or closes the preview. */
    remove(id: string) {
      const script = find(id);
      if (script === undefined) return;
      if (script === preview.value) return closePreview();
      drop(id);
      scripts.removed(SCRIPT_PREFIX + id);
      offerUndo(script, `${script.name} deleted.`);
    },
    unsaved(): readonly (() => UnsavedScripts)[] {
      const unsaved = scripts.unsaved();
      if (unsaved.size === 0) return [];
      const selected = unsaved.has(SELECTION_KEY) ? currentId.peek() : null;
      const left = all.peek().flatMap((script) => {
        const [first] = unsaved.get(SCRIPT_PREFIX + script.id) ?? [];
        return first === undefined ? [] : [{ ...script, base: first.from }];
      });
      return [() => ({ scripts: left, selected, preview: preview.peek() })];
    },
    flush: scripts.flush,
    close: scripts.close,
  };

  async function load(): Promise<void> {
    const revisions = new Map<string, string>();
    let selected: string | null = null;
    let shown: SavedScript | null = null;
    try {
      const stored = readScripts(await parts.store.entries());
      for (const record of stored.scripts) {
        scripts.known(SCRIPT_PREFIX + record.id, record);
        revisions.set(record.id, record.revision);
        put(record);
      }
      selected = stored.selected;
      shown = stored.preview;
      for (const damaged of stored.damaged) await setAside(damaged);
    } catch (error) {
      scripts.refused(error);
    }
    for (const left of leftBehind) {
      for (const script of left.scripts) takeUp(script, revisions);
      if (left.selected === null) continue;
      selected = left.selected;
      shown = left.preview ?? null;
    }
    if (shown !== null && find(shown.id) === undefined) preview.value = named(shown);
    if (all.value.length === 0) keepNew(parts.welcome.name, parts.welcome.source, WELCOME_ID);
    // Set even for the first script: which one is first changes as others arrive.
    currentId.value = (find(selected ?? "") ?? current.value).id;
    if (leftBehind.some((left) => left.selected !== null)) scripts.changed(SELECTION_KEY);
  }

  /** Restores a script that was not saved, next to the stored one if that has changed since. */
  function takeUp({ base, ...script }: UnsavedScript, revisions: Map<string, string>): void {
    const here = find(script.id);
    if (here?.source === script.source && here.name === script.name) return;
    if (here === undefined || revisions.get(script.id) === base) keep(script);
    else keepNew(`${stem(script.name)} (unsaved)`, script.source);
    // Another page may have left its own version.
    revisions.delete(script.id);
  }

  async function setAside({ key, stored, field, source }: DamagedScript): Promise<void> {
    notices.error(
      `A saved script is damaged (${field}). It was set aside. Your other scripts are fine.`,
      source === null ? undefined : { label: "Recover it", run: () => void add("recovered.lua", source) },
    );
    await parts.store.update(`damaged:${key}`, () => stored);
    await parts.store.remove(key);
  }
}
