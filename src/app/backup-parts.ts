/** What a backup holds. A room with something else to keep adds its part to this list. */

import { batch } from "@preact/signals";
import * as v from "valibot";
import type { WorldState } from "../integrations/world-simulator";
import { type BackupPart, issueText } from "./backup";
import { lessonsPart } from "./backup-lessons";
import type { LessonsDoor } from "./lessons-model";
import type { Playground } from "./playground";
import type { ScriptsModel } from "./scripts";
import type { SettingsModel } from "./settings";
import { parseSettings } from "./settings";
import type { WorldModel } from "./simulated-world";

/** The parts of a page's backup, in the order in which they are offered. */
export function backupParts({
  scripts,
  world,
  settings,
  lessons,
}: Pick<Playground, "scripts" | "world" | "settings"> & {
  readonly lessons: Pick<LessonsDoor, "progress">;
}): readonly BackupPart[] {
  return [scriptsPart(scripts), lessonsPart(lessons.progress), worldPart(world), settingsPart(settings)];
}

/** Ids that a lesson finds its script by. */
const LessonScript = v.pipe(v.string(), v.startsWith("lesson:"), v.maxLength(300));

const Scripts = v.array(
  v.strictObject({
    /** Only of a lesson's script. */
    id: v.exactOptional(LessonScript),
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    source: v.pipe(
      v.string(),
      v.maxLength(1024 * 1024, "Expected at most 1 MB"),
      v.check((text) => !text.includes("\0"), "Expected text, not compiled Lua"),
    ),
  }),
);

type ImportedScript = v.InferOutput<typeof Scripts>[number];

/**
 * Scripts are added beside those that are here; one whose text is here already is left out, whatever its name. A lesson's
 * script stays the lesson's, unless the lesson has another one here: then that one does.
 */
function scriptsPart(scripts: ScriptsModel): BackupPart {
  return {
    id: "scripts",
    save: () =>
      scripts.all
        .peek()
        .map(({ id, name, source }) => ({ ...(v.is(LessonScript, id) ? { id } : {}), name, source })),
    read(value) {
      const read = v.safeParse(Scripts, value);
      if (!read.success) return { ok: false, message: issueText(read.issues[0]) };
      const here = scripts.all.peek();
      const texts = new Set(here.map(({ source }) => source));
      const ids = new Set(here.map(({ id }) => id));
      // A lesson that has no script here gets its own, also when another script happens to say the same.
      const fresh = read.output.filter(
        ({ id, source }) => (id !== undefined && !ids.has(id)) || !texts.has(source),
      );
      if (fresh.length === 0) return { ok: true, offer: null };
      const title =
        fresh.length === 1
          ? `The script ${fresh[0]?.name}, beside yours`
          : `${fresh.length} scripts, beside yours: ${fresh.map(({ name }) => name).join(", ")}`;
      const second = fresh.filter(({ id }) => id !== undefined && ids.has(id));
      return {
        ok: true,
        offer: {
          title: second.length === 0 ? title : `${title}. ${staysOwn(second)}`,
          replaces: false,
          // In one go: a lesson comes to the front with its script, and none of these is opened.
          take: () => batch(() => addScripts(scripts, fresh)),
        },
      };
    },
  };
}

function staysOwn(second: readonly ImportedScript[]): string {
  const names = second.map(({ name }) => name).join(", ");
  return second.length === 1
    ? `Your own code of a lesson stays where it is, and the imported ${names} stands beside it`
    : `Your own code of these lessons stays where it is, and the imported one stands beside it: ${names}`;
}

function addScripts(scripts: ScriptsModel, fresh: readonly ImportedScript[]): void {
  const current = scripts.current.peek().id;
  for (const { id, name, source } of fresh) {
    const taken = scripts.all.peek().some((script) => script.id === id);
    scripts.create(name, source, taken ? undefined : id);
  }
  scripts.select(current);
}

/** The world takes the place of the one that is here, with a notice that offers undo. */
function worldPart(model: WorldModel<WorldState, unknown>): BackupPart {
  return {
    id: "world",
    save() {
      const world = model.world.peek();
      const simulator = model.simulator.peek();
      if (world === null || simulator === null || model.pristine.peek()) return null;
      return simulator.shareable(world, null);
    },
    read(value) {
      const simulator = model.simulator.peek();
      if (simulator === null)
        return { ok: false, message: "The simulator is still loading. Try again in a moment." };
      const read = simulator.parseWorld(value);
      if (!read.ok) return { ok: false, message: read.message };
      const { world } = read;
      return {
        ok: true,
        offer: {
          title: `The simulated world of ${simulator.title(world)} (${simulator.summarize(world)}) in the place of yours`,
          replaces: true,
          take: () => model.load(world, "The imported world"),
        },
      };
    },
  };
}

const SettingsFile = v.looseObject({});

/** Settings, but for what a script may do with the real API: a file from elsewhere must not loosen that. */
function settingsPart(model: SettingsModel): BackupPart {
  return {
    id: "settings",
    save() {
      const { permissions: _own, ...rest } = model.settings.peek();
      return rest;
    },
    read(value) {
      const read = v.safeParse(SettingsFile, value);
      if (!read.success) return { ok: false, message: issueText(read.issues[0]) };
      const { permissions } = model.settings.peek();
      const next = parseSettings({ ...read.output, permissions });
      if (JSON.stringify(next) === JSON.stringify(model.settings.peek())) return { ok: true, offer: null };
      return {
        ok: true,
        offer: {
          title: "Settings in the place of yours (what live calls may do stays as it is)",
          replaces: true,
          take: () => model.update(next),
        },
      };
    },
  };
}
