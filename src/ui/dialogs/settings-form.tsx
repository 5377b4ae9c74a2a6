import { useState } from "preact/hooks";
import { DEFAULT_SETTINGS, permissionsFor, SETTING_RANGES, type Settings } from "../../app/settings";
import { wrapsLines } from "../../editor/editor";
import type { Permission } from "../../gateway/live/permission";
import { catalog } from "../../integrations";
import type { CallKind, Integration } from "../../integrations/catalog";
import { usePlayground } from "../page";
import { Button } from "../parts/button";
import * as form from "../parts/form/fields";
import { LiveFields } from "../parts/form/live-fields";
import { lazy } from "../parts/lazy";
import "./settings-form.css";

const BackupForm = lazy("export and import", async () => (await import("./backup-form")).BackupForm);

const MIB = 1024 * 1024;
const at = form.lensOf<Settings>();
const inLimits = form.within(at("limits"));
const inEditor = form.within(at("editor"));

const permissions = form.plain<Permission>("allow", "ask", "deny");
const themes = form.plain<Settings["theme"]>("system", "light", "dark");

const run = { title: "Run limits", note: "Apply from the next run." };
const live = {
  title: "Live calls",
  note: "What scripts may do with the real API. Mock needs no permission.",
};
const looks = { title: "Appearance" };

export const settingFields: readonly form.FormField<Settings>[] = [
  numberField("CPU time", inLimits("cpuSeconds"), SETTING_RANGES.cpuSeconds, {
    group: run,
    unit: "seconds",
    hint: "Waiting for responses doesn't count.",
  }),
  numberField(
    "Memory",
    form.as(inLimits("memoryBytes"), { show: (bytes) => Math.round(bytes / MIB), read: (mib) => mib * MIB }),
    { min: SETTING_RANGES.memoryBytes.min / MIB, max: SETTING_RANGES.memoryBytes.max / MIB },
    { group: run, unit: "MB" },
  ),
  ...catalog.integrations.flatMap(permissionFields),
  numberField("Lock accounts after", at("lockMinutes"), SETTING_RANGES.lockMinutes, {
    group: live,
    unit: "minutes",
    hint: "Needs a passphrase.",
  }),
  segments("Theme", at("theme"), themes, looks),
  numberField("Editor text size", inEditor("fontSize"), SETTING_RANGES.fontSize, {
    group: looks,
    unit: "pixels",
  }),
  form.check(
    "Wrap long lines",
    form.as(inEditor("wordWrap"), { show: wrapsLines, read: (on): boolean => on }),
    { group: looks },
  ),
  form.check("Format on run", inEditor("formatOnRun"), { group: looks }),
];

/** What scripts may do with an integration, by kind of call. If there is only one integration, it gets no heading. */
function permissionFields({ id, title, functions }: Integration): readonly form.FormField<Settings>[] {
  const group = catalog.integrations.length === 1 ? live : { ...live, title: `Live calls: ${title}` };
  const permission = (kind: CallKind): form.Lens<Settings, Permission> => ({
    id: `permissions.${id}.${kind}`,
    get: (settings) => permissionsFor(settings, id, catalog)[kind],
    set: (settings, chosen) => ({
      ...settings,
      permissions: {
        ...settings.permissions,
        [id]: { ...permissionsFor(settings, id, catalog), [kind]: chosen },
      },
    }),
  });
  return (["read", "write"] as const)
    .filter((kind) => functions.some((fn) => fn.kind === kind))
    .map((kind) => segments(kind === "read" ? "Read" : "Write", permission(kind), permissions, group));
}

function segments<Value>(
  label: string,
  lens: form.Lens<Settings, Value>,
  choices: readonly form.Choice<Value>[],
  group: form.Group,
): form.FormField<Settings> {
  return { ...form.choice(label, lens, choices, { group }), kind: "segments" };
}

function numberField(
  label: string,
  lens: form.Lens<Settings, number>,
  { min, max }: { readonly min: number; readonly max: number },
  { hint = "", ...look }: { readonly group: form.Group; readonly unit: string; readonly hint?: string },
): form.FormField<Settings> {
  return form.whole(label, lens, [min, max], {
    ...look,
    hint: `${min}–${max}. ${hint}`,
    input: { type: "number", min, max },
  });
}

/** All settings. Each change applies immediately and is saved. */
export function SettingsForm() {
  const { settings } = usePlayground();
  const [resets, setResets] = useState(0);
  return (
    <>
      <div class="settings">
        <LiveFields
          key={resets}
          fields={settingFields}
          value={settings.settings.value}
          save={(change) => {
            settings.update(change(settings.settings.peek()));
            return null;
          }}
        />
        <BackupForm />
      </div>
      <div class="dialog-foot">
        <a href="licenses.txt" target="_blank" rel="noopener">
          Licenses
        </a>
        <Button
          onClick={() => {
            settings.update(DEFAULT_SETTINGS);
            setResets(resets + 1);
          }}
        >
          Restore defaults
        </Button>
      </div>
    </>
  );
}
