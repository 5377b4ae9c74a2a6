/**
 * What the views see: signals to read and commands to call. State lives here and nowhere else; views derive.
 */
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { DocPage } from "../docs/pages";
import type { CallRow } from "../gateway/call-row";
import type { RunResult } from "../gateway/run-result";
import type { World, WorldEvent } from "../integrations/whatsapp/simulator/state";
import type { Message } from "../integrations/whatsapp/simulator/world/message";
import type { RunLimits, ScriptError } from "../runtime/host";
import type { OutputEntry } from "../runtime/output";
import type { Account, AccountDraft, ConnectionTest } from "../vault/account";
import type { LessonsDoor } from "./lessons-model";
import type { Trial, TrialJob } from "./trial";

export interface Playground {
  readonly mode: ModeModel;
  readonly scripts: ScriptsModel;
  readonly run: RunModel;
  readonly accounts: AccountsModel;
  readonly permission: PermissionModel;
  readonly world: WorldModel;
  readonly settings: SettingsModel;
  readonly notices: NoticesModel;
  readonly docs: DocsModel;
  readonly offline: Signal<Offline>;
  readonly lessons: LessonsDoor;
}

/** Whether the page works without a network. */
export type Offline =
  /** Its files are still being fetched, or the page is being developed. */
  | { readonly kind: "not yet" }
  | { readonly kind: "ready" }
  /** `reason`: why not, and what to do. */
  | { readonly kind: "unavailable"; readonly reason: string };

export type Mode = "mock" | "live";

export interface ModeModel {
  /** Every page load starts in mock. */
  readonly mode: ReadonlySignal<Mode>;
  /** Why live cannot be switched on here, with what to do; null when it can. */
  readonly liveBlocked: ReadonlySignal<string | null>;
  set(mode: Mode): void;
}

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

export type RunPhase =
  | { readonly kind: "idle" }
  /** `blocked`: the script waits for a live call. */
  | { readonly kind: "running"; readonly script: string; readonly blocked: boolean }
  | { readonly kind: "ended"; readonly script: string; readonly scriptId: string; readonly end: RunEnd };

export type RunEnd =
  | {
      readonly kind: "finished";
      readonly result: readonly import("../shared/json").JsonValue[];
      readonly elapsedMs: number;
      readonly memoryBytes: number;
    }
  /** `elapsedMs` is the script's own time. */
  | {
      readonly kind: "failed";
      readonly error: ScriptError;
      readonly elapsedMs: number;
      readonly memoryBytes: number;
    }
  | { readonly kind: "stopped"; readonly elapsedMs: number };

export interface RunModel {
  readonly phase: ReadonlySignal<RunPhase>;
  /** True once a run can start without waiting for downloads. */
  readonly ready: ReadonlySignal<boolean>;
  readonly output: OutputModel;
  readonly calls: ReadonlySignal<readonly CallRow[]>;
  /** Calls of this run that are no longer in `calls`, because there were too many. */
  readonly callsDropped: ReadonlySignal<number>;
  /** Runs the current script in a fresh VM; a run in progress is stopped first. */
  start(): void;
  stop(): void;
  /** Runs a piece of Lua beside the page's own run (docs examples): mock, a fresh world, nothing kept. */
  runSnippet(name: string, source: string): SnippetRun;
  /** Runs a script over a given world, beside the page's own run: always mock, nothing kept. */
  trial(job: TrialJob): Promise<Trial>;
  /** The last run's result object, as the host's `--json` prints it; null before the first run's end. */
  result(): RunResult | null;
}

export interface SnippetRun {
  readonly output: ReadonlySignal<string>;
  readonly calls: ReadonlySignal<readonly CallRow[]>;
  /** What became of its world; null before it was loaded. */
  readonly written: ReadonlySignal<SnippetWorld | null>;
  readonly end: ReadonlySignal<RunEnd | null>;
  stop(): void;
}

export interface SnippetWorld {
  readonly world: World;
  /** Those that came since the run began, oldest first. */
  readonly messages: readonly Message[];
}

/** Printed entries, read by index so that a list of a million costs what is on screen. */
export interface OutputModel {
  /** Changes whenever entries came or went. */
  readonly version: ReadonlySignal<number>;
  /** Entries held now. */
  count(): number;
  /** Entries dropped at the front because the cap was reached. */
  dropped(): number;
  /** Entry `index` of those held, 0 ≤ index < count(). */
  entry(index: number): OutputEntry;
  clear(): void;
  /** Everything held, joined by line breaks. */
  text(): string;
}

export type VaultStatus =
  | { readonly kind: "loading" }
  | { readonly kind: "open"; readonly passphrase: boolean }
  | { readonly kind: "locked" }
  /** IndexedDB or Web Crypto refused: accounts live in memory until the page closes. */
  | { readonly kind: "memory"; readonly reason: string };

export interface AccountsModel {
  readonly status: ReadonlySignal<VaultStatus>;
  readonly all: ReadonlySignal<readonly Account[]>;
  /** What is wrong with an account's name as typed; null when it is fine. `id` is the account being renamed. */
  checkName(name: string, id: string | null): string | null;
  /** Adds (id null) or changes an account; an empty token leaves the saved one. Gives what is wrong by field, or null. */
  save(id: string | null, draft: AccountDraft): Promise<Readonly<Record<string, string>> | null>;
  remove(id: string): Promise<void>;
  makeDefault(id: string): Promise<void>;
  test(id: string, signal: AbortSignal): Promise<ConnectionTest>;
  setPassphrase(passphrase: string): Promise<void>;
  /** Gives why the passphrase was refused, or null. */
  unlock(passphrase: string): Promise<string | null>;
  removePassphrase(): Promise<void>;
  lock(): void;
  /** Deletes every account, token and key. */
  forgetEverything(): Promise<void>;
}

export interface PermissionRequest {
  readonly integration: string;
  readonly functionName: string;
  readonly account: string;
  readonly kind: "read" | "write";
  readonly line: number | null;
  /** Label and value, e.g. To / +1 555 123 4567. */
  readonly preview: readonly { readonly label: string; readonly value: string }[];
}

export type PermissionAnswer = "once" | "run" | "deny";

export interface PermissionModel {
  /** What waits for an answer; null when nothing does. */
  readonly pending: ReadonlySignal<PermissionRequest | null>;
  answer(answer: PermissionAnswer): void;
}

export interface WorldModel {
  /** A line for people: `12 contacts, 8 templates, 3 messages`. */
  readonly summary: ReadonlySignal<string>;
  /** Simulated time, Unix milliseconds; null until the world has been loaded. */
  readonly now: ReadonlySignal<number | null>;
  /** The whole document, shared and never changed in place; null until it has been loaded. */
  readonly world: ReadonlySignal<World | null>;
  /** A ready world in which nothing has happened: nothing to lose, nothing to share. */
  readonly pristine: ReadonlySignal<boolean>;
  /**
   * Whether simulated time runs with real time; never on after a page load, and off when another tab lets it run or runs a
   * script.
   */
  readonly running: Signal<boolean>;
  /**
   * Puts another world in place, with a notice that offers undo. `what` begins the notice: `Clinic` or `world.json`.
   * `ready`: it is one of the ready worlds, so that it counts as pristine.
   */
  load(world: World, what: string, ready?: boolean): void;
  /** Changes the document by hand. Gives what `parseWorld` finds wrong with the result, or null when it was taken. */
  edit(change: (world: World) => World): string | null;
  /** Something a person does in the world: the customer writes, presses a button, blocks; time moves. A run hears of it. */
  act(events: readonly WorldEvent[]): void;
  /** Back to the beginning of the ready world it came from, else to the first ready one; with a notice that offers undo. */
  reset(): void;
}

export type Permission = "allow" | "ask" | "deny";
export type Theme = "system" | "light" | "dark";

export interface Settings {
  readonly theme: Theme;
  readonly limits: RunLimits;
  readonly permissions: { readonly read: Permission; readonly write: Permission };
  /** Minutes without use after which a passphrase-protected vault locks. */
  readonly lockMinutes: number;
  readonly editor: {
    /** Pixels. */
    readonly fontSize: number;
    readonly wordWrap: boolean;
    /** Whether a script is laid out anew before it runs. */
    readonly formatOnRun: boolean;
  };
  /** Sizes of split panes in percent, by split. */
  readonly panes: Readonly<Record<string, readonly number[]>>;
}

export interface SettingsModel {
  readonly settings: ReadonlySignal<Settings>;
  update(change: Partial<Settings>): void;
}

export interface Notice {
  readonly id: number;
  readonly tone: "info" | "success" | "error";
  readonly text: string;
  readonly action?: { readonly label: string; run(): void };
  /** Stays until it is dismissed, as errors do. */
  readonly lasting?: boolean;
}

export interface NoticesModel {
  readonly all: ReadonlySignal<readonly Notice[]>;
  show(notice: Omit<Notice, "id">): void;
  dismiss(id: number): void;
}

export interface DocsModel {
  /** Empty until the docs have been loaded. */
  readonly pages: ReadonlySignal<readonly DocPage[]>;
  /** The page shown, by name. */
  readonly current: Signal<string>;
  /** Counts the pages that were asked for elsewhere: at each, the docs come to the front. */
  readonly opened: ReadonlySignal<number>;
  open(page: string): void;
}
