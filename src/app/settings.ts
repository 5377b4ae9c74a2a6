/** The person's settings. Kept in localStorage, since they are needed before the first paint. */

import { signal } from "@preact/signals";
import type { Permission } from "../gateway/live/permission";
import type { CallKind, Catalog } from "../integrations/catalog";
import { DEFAULT_LIMITS, type RunLimits } from "../runtime/host";
import { isJsonObject, parseJson } from "../shared/json";
import { messageOf } from "../shared/message-of";
import {
  asFields,
  asFinite,
  asFlag,
  asListOf,
  asNumberBetween,
  asOneOf,
  asRecordOf,
  type Read,
  readOrNull,
  type UnreadFields,
} from "../shared/read-value";
import type { StorageCheck } from "../storage/storage-check";
import * as LOCAL_KEYS from "./local-keys";
import type { NoticesModel } from "./notices";
import { readable } from "./readable";

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

const DEFAULT_PERMISSIONS: CallPermissions = { read: "allow", write: "ask" };
/** Stands for the first integration: settings once had a single pair for it. No integration has an empty id. */
const FIRST = "";

export interface Settings {
  readonly theme: "system" | "light" | "dark";
  readonly limits: RunLimits;
  /** By integration. Read them with `permissionsFor`. */
  readonly permissions: Readonly<Record<string, CallPermissions>>;
  /** Minutes of inactivity after which a passphrase-protected vault locks. */
  readonly lockMinutes: number;
  readonly editor: {
    /** Pixels. */
    readonly fontSize: number;
    /** `null`: only on phones. */
    readonly wordWrap: boolean | null;
    /** Whether a script is formatted before it runs. */
    readonly formatOnRun: boolean;
  };
  /** Whether the docs show the function at the cursor. */
  readonly docsFollow: boolean;
  /** Sizes of split panes in percent, by split. */
  readonly panes: Readonly<Record<string, readonly number[]>>;
}

const theme = asOneOf(["system", "light", "dark"]);
const permission = asOneOf(["allow", "ask", "deny"]);
const percentages = asListOf(asNumberBetween(0, 100));

/** Parses settings from any value: invalid fields become their default, and numbers are clamped to their range. */
export function parseSettings(value: unknown): Settings {
  // Each field falls back separately, so one bad value does not affect the others.
  const of = fieldsOrNone(value);
  const limits = fieldsOrNone(of.limits);
  const editor = fieldsOrNone(of.editor);
  return {
    theme: readOrNull(theme, of.theme) ?? "system",
    limits: {
      cpuSeconds: bounded("cpuSeconds", limits.cpuSeconds, DEFAULT_LIMITS.cpuSeconds),
      memoryBytes: bounded("memoryBytes", limits.memoryBytes, DEFAULT_LIMITS.memoryBytes),
    },
    permissions: readOrNull(permissions, of.permissions) ?? {},
    lockMinutes: bounded("lockMinutes", of.lockMinutes, 15),
    editor: {
      fontSize: bounded("fontSize", editor.fontSize, 14),
      wordWrap: readOrNull(asFlag, editor.wordWrap),
      formatOnRun: readOrNull(asFlag, editor.formatOnRun) ?? false,
    },
    docsFollow: readOrNull(asFlag, of.docsFollow) ?? true,
    panes: readOrNull(asRecordOf(percentages), of.panes) ?? {},
  };
}

/** Clamps a number to its range. Anything else becomes the default. */
function bounded(name: keyof typeof SETTING_RANGES, value: unknown, fallback: number): number {
  const { min, max } = SETTING_RANGES[name];
  const given = readOrNull(asFinite, value) ?? fallback;
  return Math.min(max, Math.max(min, Math.round(given)));
}

const permissions: Read<Settings["permissions"]> = (value) => {
  const { read, write } = asFields(value);
  const single = typeof read === "string" || typeof write === "string";
  return single ? { [FIRST]: callPermissions(value) } : asRecordOf(callPermissions)(value);
};

const callPermissions: Read<CallPermissions> = (value) => {
  const { read, write } = asFields(value);
  return {
    read: readOrNull(permission, read) ?? DEFAULT_PERMISSIONS.read,
    write: readOrNull(permission, write) ?? DEFAULT_PERMISSIONS.write,
  };
};

function fieldsOrNone(value: unknown): UnreadFields {
  return readOrNull(asFields, value) ?? {};
}

export const DEFAULT_SETTINGS: Settings = parseSettings({});

export type SettingsStorage = Pick<Storage, "getItem" | "setItem">;

/**
 * The settings of a page. `storage` is localStorage, or `null` if the browser refuses it. Settings then last until the page
 * closes, and a notice says so at the first change.
 */
export function createSettings(
  storage: SettingsStorage | null,
  notices: NoticesModel | null = null,
  check: StorageCheck | null = null,
) {
  const stored = parseJson(read(storage, LOCAL_KEYS.settings));
  // Was once stored under its own key.
  const docsFollow = read(storage, LOCAL_KEYS.follow) !== "off";
  const settings = signal(parseSettings({ docsFollow, ...(isJsonObject(stored) ? stored : {}) }));
  let told = false;
  /** Whether there is something to store. */
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

function read(storage: SettingsStorage | null, key: string): string {
  try {
    return storage?.getItem(key) ?? "";
  } catch {
    // Refused: defaults apply.
    return "";
  }
}
