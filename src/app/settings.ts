/** What a person can set. Kept in localStorage, since it is needed before anything is painted. */

import { signal } from "@preact/signals";
import * as v from "valibot";
import type { Permission } from "../gateway/live/permission";
import type { CallKind, Catalog } from "../integrations/catalog";
import { DEFAULT_LIMITS } from "../runtime/host";
import { isJsonObject, parseJson } from "../shared/json";
import { messageOf } from "../shared/message-of";
import { parseOrNull } from "../shared/parse-with";
import type { DeepReadonly } from "../shared/readonly";
import type { StorageCheck } from "../storage/storage-check";
import type { NoticesModel } from "./notices";
import { readable } from "./readable";
import { LOCAL_KEYS } from "./storage-names";

/** What a script may do with the real API, by kind of call. */
export type CallPermissions = Readonly<Record<CallKind, Permission>>;

export type SettingsModel = ReturnType<typeof createSettings>;

const MIB = 1024 * 1024;

/** Smallest and largest value of each number. */
export const SETTING_RANGES = {
  cpuSeconds: { min: 1, max: 300 },
  memoryBytes: { min: MIB, max: 512 * MIB },
  lockMinutes: { min: 1, max: 24 * 60 },
  fontSize: { min: 10, max: 28 },
} as const;

/** A number brought between its bounds. Anything else becomes the default. */
function bounded(name: keyof typeof SETTING_RANGES, fallback: number) {
  const { min, max } = SETTING_RANGES[name];
  return v.pipe(
    v.fallback(v.pipe(v.number(), v.finite()), fallback),
    v.transform((n) => Math.min(max, Math.max(min, Math.round(n)))),
  );
}

const DEFAULT_PERMISSIONS: CallPermissions = { read: "allow", write: "ask" };
const PERMISSION = v.picklist(["allow", "ask", "deny"]);
const PERMISSIONS = v.object({
  read: v.fallback(PERMISSION, DEFAULT_PERMISSIONS.read),
  write: v.fallback(PERMISSION, DEFAULT_PERMISSIONS.write),
});
/** Stands for the first integration: settings once had a single pair for it. No integration has an empty id. */
const FIRST = "";
const SINGLE_PAIR = v.pipe(
  v.union([v.looseObject({ read: v.string() }), v.looseObject({ write: v.string() })]),
  v.transform((pair): Record<string, CallPermissions> => ({ [FIRST]: v.parse(PERMISSIONS, pair) })),
);
const LIMITS = v.object({
  cpuSeconds: bounded("cpuSeconds", DEFAULT_LIMITS.cpuSeconds),
  memoryBytes: bounded("memoryBytes", DEFAULT_LIMITS.memoryBytes),
});
const EDITOR = v.object({
  /** Pixels. */
  fontSize: bounded("fontSize", 14),
  wordWrap: v.fallback(v.boolean(), false),
  /** Whether a script is formatted before it runs. */
  formatOnRun: v.fallback(v.boolean(), false),
});

/** Every field falls back by itself, so that one bad value does not cost the others. */
const SETTINGS = v.object({
  theme: v.fallback(v.picklist(["system", "light", "dark"]), "system"),
  limits: v.fallback(LIMITS, v.parse(LIMITS, {})),
  /** By integration. Read them with `permissionsFor`. */
  permissions: v.fallback(v.union([SINGLE_PAIR, v.record(v.string(), PERMISSIONS)]), {}),
  /** Minutes without use after which a passphrase-protected vault locks. */
  lockMinutes: bounded("lockMinutes", 15),
  editor: v.fallback(EDITOR, v.parse(EDITOR, {})),
  /** Whether the docs show the function under the caret. */
  docsFollow: v.fallback(v.boolean(), true),
  /** Sizes of split panes in percent, by split. */
  panes: v.fallback(v.record(v.string(), v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(100)))), {}),
});

export type Settings = DeepReadonly<v.InferOutput<typeof SETTINGS>>;
export const DEFAULT_SETTINGS: Settings = v.parse(SETTINGS, {});

export type SettingsStorage = Pick<Storage, "getItem" | "setItem">;

/**
 * The settings of a page. `storage` is localStorage, or `null` if the browser refuses it. They last until the page closes
 * then, and a notice says so at the first change.
 */
export function createSettings(
  storage: SettingsStorage | null,
  notices: NoticesModel | null = null,
  check: StorageCheck | null = null,
) {
  const stored = parseJson(read(storage, LOCAL_KEYS.settings));
  // Had a key of its own at first.
  const docsFollow = read(storage, LOCAL_KEYS.follow) !== "off";
  const settings = signal(parseSettings({ docsFollow, ...(isJsonObject(stored) ? stored : {}) }));
  let told = false;
  /** Whether there is something to keep. */
  let changed = stored !== undefined;
  const refused = (reason: string) => {
    if (told) return;
    told = true;
    notices?.info(`Settings aren't being saved (${reason}). They last until you close this page.`);
  };
  const keep = () => {
    if (storage === null) return refused("the browser blocks storage here");
    try {
      storage.setItem(LOCAL_KEYS.settings, JSON.stringify(settings.value));
    } catch (error) {
      refused(messageOf(error));
    }
  };
  check?.listen(() => {
    if (changed && parseJson(read(storage, LOCAL_KEYS.settings)) === undefined) keep();
  });
  return {
    settings: readable(settings),
    update(change: Partial<Settings>) {
      settings.value = parseSettings({ ...settings.value, ...change });
      changed = true;
      keep();
    },
  };
}

/** Returns what a script may do with an integration's API. */
export function permissionsFor(
  { permissions }: Settings,
  integration: string,
  { integrations }: Catalog,
): CallPermissions {
  const single = integrations[0]?.id === integration ? permissions[FIRST] : undefined;
  return permissions[integration] ?? single ?? DEFAULT_PERMISSIONS;
}

/** Makes settings of anything: what does not fit becomes its default, numbers are brought into their range. */
export function parseSettings(value: unknown): Settings {
  return parseOrNull(SETTINGS, value) ?? DEFAULT_SETTINGS;
}

function read(storage: SettingsStorage | null, key: string): string {
  try {
    return storage?.getItem(key) ?? "";
  } catch {
    // Refused: the defaults.
    return "";
  }
}
