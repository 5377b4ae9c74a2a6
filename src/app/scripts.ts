/** The person's scripts: never lost, never silently replaced. */

import type { ReadonlySignal } from "@preact/signals";
import { batch, computed, signal } from "@preact/signals";
import type { Later } from "../shared/later";
import { messageOf } from "../shared/message-of";
import type { KeyValueStore } from "../storage/store";
import type { TabChannel } from "../storage/tab-channel";
import type { Saved } from "../storage/unload-store";
import type { NoticesModel } from "./notices";
import { checkScriptName, freeScriptName, scriptName } from "./script-names";
import { parseScriptRecord, parseState, SCRIPT_PREFIX, STATE_KEY, scriptOf } from "./script-record";
import { setAside, startSync } from "./script-sync";
import type { UnsavedScript, UnsavedScripts } from "./unsaved-scripts";

export interface Script {
  readonly id: string;
  /** File name, `.lua` at the end; unique among the scripts. */
  readonly name: string;
  readonly source: string;
  /** Unix milliseconds. */
  readonly editedAt: number;
}

export interface ScriptsModel {
  readonly all: ReadonlySignal<readonly Script[]>;
  readonly current: ReadonlySignal<Script>;
  /** `saved`, `saving`, or why the browser does not keep the scripts (they stay in memory then). */
  readonly storage: ReadonlySignal<
    { readonly kind: "saved" | "saving" } | { readonly kind: "memory"; readonly reason: string }
  >;
  /** Called on every change of the editor's text; saved soon after, and at once when the page is hidden. */
  edit(source: string): void;
  select(id: string): void;
  /** Adds a script and selects it; the name is made unique. `id`: a fixed one, that no script may have yet. */
  create(name: string, source: string, id?: string): Script;
  /** Gives what is wrong with the name, or null when it was renamed. */
  rename(id: string, name: string): string | null;
  duplicate(id: string): void;
  /** Removes it, with a notice that offers undo. */
  remove(id: string): void;
}

export interface ScriptsParts {
  readonly store: KeyValueStore;
  readonly notices: NoticesModel;
  /** Gives what a first visit shows; asked only then, so that the examples need not be there before. */
  readonly welcome: () => Promise<{ readonly name: string; readonly source: string }>;
  /** Null where there are no other tabs to hear of. */
  readonly tabs: TabChannel | null;
  readonly later: Later;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** What an earlier page could not save any more. */
  readonly leftBehind?: readonly UnsavedScripts[];
}

export interface OpenScripts extends ScriptsModel, Saved<UnsavedScripts> {
  /** Looks whether the store was emptied under this page, and saves everything anew then. */
  recheck(): Promise<void>;
  close(): void;
}

/** Fixed, so that two tabs of a first visit make one script and not two. */
const WELCOME_ID = "welcome";
const BYNAME = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** Reads the stored scripts and keeps them from now on. Never rejects: without storage they stay in memory. */
export async function openScripts(parts: ScriptsParts): Promise<OpenScripts> {
  const all = signal<readonly Script[]>([]);
  const currentId = signal("");
  const current = computed(() => {
    const script = find(currentId.value) ?? all.value[0];
    if (script === undefined) throw new Error("The list of scripts is never empty.");
    return script;
  });
  const find = (id: string) => all.value.find((script) => script.id === id);
  const namesBut = (id: string | null) => all.value.filter((s) => s.id !== id).map((s) => s.name);

  const put = (script: Script) => {
    const others = all.value.filter((s) => s.id !== script.id);
    all.value = [...others, script].sort((a, b) => BYNAME.compare(a.name, b.name));
  };

  /** Takes a script off the list; the one after it is selected when it was the current one. */
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

  const sync = startSync({
    ...parts,
    find,
    onForeignChange(script) {
      put({ ...script, name: freeScriptName(script.name, namesBut(script.id)) });
    },
    onForeignRemoval(id) {
      const script = find(id);
      if (script === undefined) return;
      const shown = current.value.id === id;
      drop(id);
      if (shown) undoable(script, `${script.name} was deleted in another tab.`);
    },
    onConflict(theirs) {
      const stem = theirs.name.replace(/\.lua$/i, "");
      const copy = keep(`${stem} (other tab)`, theirs.source);
      parts.notices.show({
        tone: "info",
        text: `${theirs.name} was edited in another tab too. Both are kept: the other tab's text is in ${copy.name}.`,
        action: { label: "Show it", run: () => select(copy.id) },
      });
    },
    onEmptied() {
      parts.notices.show({
        tone: "info",
        text: "The browser's storage for this page was emptied. Your scripts were still open here and are being saved again.",
      });
    },
    onRefused(reason) {
      parts.notices.show({
        tone: "error",
        text: `Scripts are not being saved (${reason}). They stay here until this page closes; export what you want to keep.`,
      });
    },
  });

  const select = (id: string) => {
    if (find(id) === undefined || currentId.value === id) return;
    currentId.value = id;
    sync.selected(id);
  };

  const keep = (name: string, source: string, id = parts.newId()): Script => {
    const script = {
      id,
      name: freeScriptName(name, namesBut(null)),
      source,
      editedAt: parts.now(),
    };
    put(script);
    sync.changed(script.id);
    return script;
  };

  const add = (name: string, source: string, id?: string): Script =>
    batch(() => {
      const script = keep(name, source, id);
      select(script.id);
      return script;
    });

  const undoable = (script: Script, text: string) => {
    parts.notices.show({
      tone: "info",
      text,
      action: {
        label: "Undo",
        run: () =>
          batch(() => {
            put({ ...script, name: freeScriptName(script.name, namesBut(script.id)) });
            sync.changed(script.id);
            select(script.id);
          }),
      },
    });
  };

  const change = (script: Script) => {
    put(script);
    sync.changed(script.id);
  };

  await load();

  return {
    all,
    current,
    storage: sync.storage,
    edit(source) {
      if (current.value.source !== source) change({ ...current.value, source, editedAt: parts.now() });
    },
    select,
    create: add,
    rename(id, typed) {
      const script = find(id);
      if (script === undefined) return "This script is no longer there.";
      const problem = checkScriptName(typed, namesBut(id));
      const name = scriptName(typed);
      if (problem === null && name !== script.name) change({ ...script, name });
      return problem;
    },
    duplicate(id) {
      const script = find(id);
      if (script !== undefined) add(script.name.replace(/\.lua$/i, "-copy"), script.source);
    },
    remove(id) {
      const script = find(id);
      if (script === undefined) return;
      drop(id);
      sync.removed(id);
      undoable(script, `${script.name} deleted.`);
    },
    unsaved() {
      const selected = sync.unsavedSelection();
      const scripts = sync.unsaved().flatMap((id) => {
        const script = find(id);
        return script === undefined ? [] : [{ ...script, base: sync.revision(id) }];
      });
      return selected === null && scripts.length === 0 ? [] : [() => ({ scripts, selected })];
    },
    flush: sync.flush,
    recheck: sync.recheck,
    close: sync.close,
  };

  async function load(): Promise<void> {
    let stored: Awaited<ReturnType<KeyValueStore["entries"]>> = [];
    try {
      stored = await parts.store.entries();
      for (const [key, value] of stored) if (key.startsWith(SCRIPT_PREFIX)) await loadOne(key, value);
    } catch (error) {
      sync.refused(messageOf(error));
    }
    let selected = parseState(stored.find(([key]) => key === STATE_KEY)?.[1]);
    for (const left of parts.leftBehind ?? []) {
      left.scripts.forEach(takeUp);
      selected = left.selected ?? selected;
    }
    if (all.value.length === 0) {
      await loadWelcome();
    }
    const known = find(selected ?? "") ?? all.value[0];
    // Set even when it is the first one: which script is first changes as others come.
    currentId.value = known?.id ?? "";
    if ((parts.leftBehind ?? []).some((left) => left.selected !== null)) sync.selected(currentId.value);
  }

  /** Goes on from a script that was not saved any more; beside the stored one when that has changed since. */
  function takeUp({ base, ...script }: UnsavedScript): void {
    const stored = find(script.id);
    if (stored?.source === script.source && stored.name === script.name) return;
    if (stored === undefined || sync.revision(script.id) === base) {
      change({ ...script, name: freeScriptName(script.name, namesBut(script.id)) });
    } else {
      keep(`${script.name.replace(/\.lua$/i, "")} (unsaved)`, script.source);
    }
  }

  async function loadWelcome(): Promise<void> {
    try {
      const { name, source } = await parts.welcome();
      put({ id: WELCOME_ID, name, source, editedAt: parts.now() });
      sync.changed(WELCOME_ID);
    } catch (error) {
      keep("untitled.lua", "");
      parts.notices.show({
        tone: "error",
        text: `The first example could not be loaded (${messageOf(error)}). Reload the page to try again, or write your own script.`,
      });
    }
  }

  async function loadOne(key: string, value: unknown): Promise<void> {
    const parsed = parseScriptRecord(value);
    if (parsed.ok) {
      const script = scriptOf(parsed.record);
      sync.known(script.id, parsed.record.revision, script.source);
      put({ ...script, name: freeScriptName(script.name, namesBut(script.id)) });
      return;
    }
    const { field, source } = parsed;
    parts.notices.show({
      tone: "error",
      text: `A saved script could not be read: its ${field} is damaged. It was set aside, the other scripts are fine.`,
      ...(source === null
        ? {}
        : { action: { label: "Recover its text", run: () => void add("recovered.lua", source) } }),
    });
    await setAside(parts.store, key, value);
    await parts.store.remove(key);
  }
}
