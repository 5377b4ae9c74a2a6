/** The parts of a backup. Each new kind of data adds its part to this list. */

import { batch } from "@preact/signals";
import * as v from "valibot";
import type { WorldState } from "../integrations/world-simulator";
import { parseWith } from "../shared/parse-with";
import { failure } from "../shared/result";
import type { KeyValueStore } from "../storage/store";
import type { BackupOffer, BackupPart } from "./backup";
import type { LessonsDoor, ProgressStore } from "./lessons-door";
import {
  joinProgress,
  PROGRESS_PREFIX,
  type Progress,
  ProgressSchema,
  parseProgress,
  progressRecord,
} from "./lessons-record";
import type { Playground } from "./playground";
import type { ScriptsModel } from "./scripts";
import { parseSettings, type SettingsModel } from "./settings";
import type { WorldModel } from "./simulated-world";

/** The parts of a page's backup, in the order they are offered. */
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

/** A part that is parsed by a schema. `offer` returns `null` if there is nothing to import. */
function part<T>(
  id: string,
  schema: v.GenericSchema<unknown, T>,
  { save, offer }: Pick<BackupPart, "save"> & { offer(value: T): BackupOffer | null },
): BackupPart {
  return {
    id,
    save,
    read(value) {
      const read = parseWith(schema, value, "value");
      return read.ok ? { ok: true, value: offer(read.value) } : failure(`parts.${id}.${read.message}.`);
    },
  };
}

/** The ids of lessons' scripts. */
const LessonScript = v.pipe(v.string(), v.startsWith("lesson:"), v.maxLength(300));

const Scripts = v.array(
  v.strictObject({
    /** Only for a lesson's script. */
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
 * Scripts are added to the existing ones. A script whose text already exists is skipped, whatever its name. A lesson's script
 * still belongs to the lesson, unless the lesson already has a script here.
 */
function scriptsPart(scripts: ScriptsModel): BackupPart {
  return part("scripts", Scripts, {
    save: () =>
      scripts.all
        .peek()
        .map(({ id, name, source }) => ({ ...(v.is(LessonScript, id) ? { id } : {}), name, source })),
    offer(imported) {
      const here = scripts.all.peek();
      const texts = new Set(here.map(({ source }) => source));
      const ids = new Set(here.map(({ id }) => id));
      // A lesson without a script here gets its own, even if another script has the same text.
      const fresh = imported.filter(
        ({ id, source }) => (id !== undefined && !ids.has(id)) || !texts.has(source),
      );
      if (fresh.length === 0) return null;
      const title =
        fresh.length === 1
          ? `Script ${fresh[0]?.name}, added to yours`
          : `${fresh.length} scripts, added to yours: ${fresh.map(({ name }) => name).join(", ")}`;
      const second = fresh.filter(({ id }) => id !== undefined && ids.has(id));
      return {
        title: second.length === 0 ? title : `${title}. ${staysOwn(second)}`,
        replaces: false,
        // In one batch, so no lesson comes to the front with its script.
        take: () => batch(() => addScripts(scripts, fresh)),
      };
    },
  });
}

function staysOwn(second: readonly ImportedScript[]): string {
  const names = second.map(({ name }) => name).join(", ");
  return second.length === 1
    ? `Your own lesson code stays. The imported ${names} is added next to it`
    : `Your own code for these lessons stays. The imported code is added next to it: ${names}`;
}

function addScripts(scripts: ScriptsModel, fresh: readonly ImportedScript[]): void {
  const current = scripts.current.peek().id;
  for (const { id, name, source } of fresh) {
    const taken = scripts.all.peek().some((script) => script.id === id);
    scripts.create(name, source, taken ? undefined : id);
  }
  scripts.select(current);
}

const Progresses = v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(200)), ProgressSchema);

/** Progress by course. It is merged with the existing progress, so a passed lesson is never lost. */
function lessonsPart({ store, changed }: ProgressStore): BackupPart {
  return part("lessons", Progresses, {
    async save() {
      const kept = (await store.entries()).filter(([key]) => key.startsWith(PROGRESS_PREFIX));
      if (kept.length === 0) return null;
      return Object.fromEntries(
        kept.map(([key, value]) => [key.slice(PROGRESS_PREFIX.length), progressRecord(parseProgress(value))]),
      );
    },
    offer(imported) {
      const courses = Object.entries(imported);
      const lessons = courses.reduce((sum, [, progress]) => sum + Object.keys(progress.lessons).length, 0);
      if (lessons === 0) return null;
      return {
        title: `Progress in ${lessons === 1 ? "a lesson" : `${lessons} lessons`}, merged with yours`,
        replaces: false,
        async take() {
          for (const [course, progress] of courses) await join(store, course, progress);
          for (const [course] of courses) changed(PROGRESS_PREFIX + course);
        },
      };
    },
  });
}

function join(store: KeyValueStore, course: string, theirs: Progress): Promise<void> {
  return store.update(PROGRESS_PREFIX + course, (stored) =>
    progressRecord(joinProgress(theirs, parseProgress(stored))),
  );
}

/** Replaces the current world, with a notice that offers undo. */
function worldPart(model: WorldModel<WorldState, unknown>): BackupPart {
  return {
    id: "world",
    save() {
      const world = model.present();
      const simulator = model.simulator.peek();
      if (world === null || simulator === null || model.pristine.peek()) return null;
      return simulator.shareable(world, null);
    },
    read(value) {
      const simulator = model.simulator.peek();
      if (simulator === null) return failure("the simulator is still loading. Try again in a moment.");
      const read = simulator.parseWorld(value);
      if (!read.ok) return failure(`parts.world.${read.message}`);
      const world = read.value;
      return {
        ok: true,
        value: {
          title: `World “${simulator.title(world)}” (${simulator.summarize(world)}). Replaces yours.`,
          replaces: true,
          take: () => model.load(world, "the imported world"),
        },
      };
    },
  };
}

const SettingsFile = v.looseObject({});

/** Settings except permissions, which a file from elsewhere must not loosen. */
function settingsPart(model: SettingsModel): BackupPart {
  return part("settings", SettingsFile, {
    save() {
      const { permissions: _own, ...rest } = model.settings.peek();
      return rest;
    },
    offer(imported) {
      const { permissions } = model.settings.peek();
      const next = parseSettings({ ...imported, permissions });
      if (JSON.stringify(next) === JSON.stringify(model.settings.peek())) return null;
      return {
        title: "Settings (replaces yours, except live call permissions)",
        replaces: true,
        take: () => model.update(next),
      };
    },
  });
}
