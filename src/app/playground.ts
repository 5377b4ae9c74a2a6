/** What the views see: signals to read and commands to call. Each model is documented with its implementation. */

import type { ReadonlySignal, Signal } from "@preact/signals";
import type { WorldState } from "../integrations/world-simulator";
import type { Offline } from "../pwa/register";
import type { AccountsModel } from "./accounts";
import type { DocsModel } from "./docs";
import type { LessonsDoor } from "./lessons-door";
import type { ModeModel } from "./mode";
import type { NoticesModel } from "./notices";
import type { PermissionModel } from "./permissions";
import type { RunModel } from "./run";
import type { RunHistory } from "./run-history";
import type { ScriptsModel } from "./scripts";
import type { SettingsModel } from "./settings";
import type { WorldModel } from "./simulated-world";
import type { WorldsModel } from "./simulated-worlds";

export interface Playground {
  readonly mode: ModeModel;
  readonly scripts: ScriptsModel;
  readonly run: RunModel;
  /** The stored runs, once the history has been loaded: with the first run, or if some are stored. */
  readonly runs: ReadonlySignal<RunHistory | null>;
  readonly accounts: AccountsModel;
  readonly permission: PermissionModel;
  /** `worlds.main`. */
  readonly world: WorldModel<WorldState, unknown>;
  readonly worlds: WorldsModel;
  readonly settings: SettingsModel;
  readonly notices: NoticesModel;
  readonly docs: DocsModel;
  readonly offline: Signal<Offline>;
  readonly lessons: LessonsDoor;
}
