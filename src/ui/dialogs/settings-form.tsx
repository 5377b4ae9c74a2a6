import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { DEFAULT_SETTINGS, SETTING_RANGES } from "../../app/settings";
import type { Theme } from "../../app/theme";
import type { Permission } from "../../gateway/live/permission";
import { usePlayground } from "../page";
import { Button } from "../parts/button";
import { lazy } from "../parts/lazy";

const BackupForm = lazy("Export and import", async () => (await import("./backup-form")).BackupForm);

const MIB = 1024 * 1024;
const THEMES: readonly Theme[] = ["system", "light", "dark"];
const PERMISSIONS: readonly Permission[] = ["allow", "ask", "deny"];

/** Everything that can be set; each change holds at once and is kept. */
export function SettingsForm() {
  const playground = usePlayground();
  const { settings } = playground;
  const now = settings.settings.value;
  const { limits, permissions, editor } = now;
  const memory = SETTING_RANGES.memoryBytes;
  return (
    <>
      <Group title="Limits of a run" note="They hold from the next run on.">
        <NumberField
          label="Computing time"
          unit="seconds"
          note="Time spent waiting for calls does not count."
          value={limits.cpuSeconds}
          range={SETTING_RANGES.cpuSeconds}
          onChange={(cpuSeconds) => settings.update({ limits: { ...limits, cpuSeconds } })}
        />
        <NumberField
          label="Memory"
          unit="MB"
          value={Math.round(limits.memoryBytes / MIB)}
          range={{ min: memory.min / MIB, max: memory.max / MIB }}
          onChange={(mib) => settings.update({ limits: { ...limits, memoryBytes: mib * MIB } })}
        />
      </Group>
      <Group title="Live calls" note="What a script may do with the real API. Mock needs no permission.">
        <Choice
          label="Read"
          values={PERMISSIONS}
          value={permissions.read}
          onChange={(read) => settings.update({ permissions: { ...permissions, read } })}
        />
        <Choice
          label="Write"
          values={PERMISSIONS}
          value={permissions.write}
          onChange={(write) => settings.update({ permissions: { ...permissions, write } })}
        />
        <NumberField
          label="Lock accounts after"
          unit="minutes"
          note="Without use, where a passphrase is set."
          value={now.lockMinutes}
          range={SETTING_RANGES.lockMinutes}
          onChange={(lockMinutes) => settings.update({ lockMinutes })}
        />
      </Group>
      <Group title="Looks">
        <Choice
          label="Theme"
          values={THEMES}
          value={now.theme}
          onChange={(theme) => settings.update({ theme })}
        />
        <NumberField
          label="Editor text size"
          unit="pixels"
          value={editor.fontSize}
          range={SETTING_RANGES.fontSize}
          onChange={(fontSize) => settings.update({ editor: { ...editor, fontSize } })}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={editor.wordWrap}
            onChange={(event) =>
              settings.update({ editor: { ...editor, wordWrap: event.currentTarget.checked } })
            }
          />
          Wrap long lines in the editor
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={editor.formatOnRun}
            onChange={(event) =>
              settings.update({ editor: { ...editor, formatOnRun: event.currentTarget.checked } })
            }
          />
          Format the script before it runs
        </label>
      </Group>
      <BackupForm />
      <div class="dialog-foot">
        <a href="licenses.txt" target="_blank" rel="noopener">
          Licenses
        </a>
        <Button onClick={() => settings.update(DEFAULT_SETTINGS)}>Back to defaults</Button>
      </div>
    </>
  );
}

function Group({ title, note, children }: { title: string; note?: string; children: ComponentChildren }) {
  return (
    <fieldset class="group">
      <legend>{title}</legend>
      {note === undefined ? null : <p class="note">{note}</p>}
      {children}
    </fieldset>
  );
}

interface NumberProps {
  readonly label: string;
  readonly unit: string;
  readonly note?: string;
  readonly value: number;
  readonly range: { readonly min: number; readonly max: number };
  onChange(value: number): void;
}

function NumberField({ label, unit, note, value, range, onChange }: NumberProps) {
  const id = useId();
  return (
    <div class="setting">
      <label for={id}>{label}</label>
      <span class="with-unit">
        <input
          id={id}
          class="input number"
          type="number"
          inputMode="numeric"
          aria-describedby={`${id}-note`}
          min={range.min}
          max={range.max}
          step={1}
          value={value}
          onChange={(event) => {
            const field = event.currentTarget;
            if (Number.isFinite(field.valueAsNumber)) onChange(field.valueAsNumber);
            // The model brings it into range; what was typed gives way to what holds.
            field.value = String(
              Math.min(range.max, Math.max(range.min, Math.round(field.valueAsNumber || value))),
            );
          }}
        />
        {unit}
      </span>
      <span id={`${id}-note`} class="note">
        {range.min}–{range.max}. {note}
      </span>
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly value: Value;
  onChange(value: Value): void;
}

function Choice<Value extends string>({ label, values, value, onChange }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div class="setting">
      <span id={id}>{label}</span>
      <span class="segments" role="radiogroup" aria-labelledby={id}>
        {values.map((item) => (
          <label key={item} class="segment">
            <input type="radio" name={id} checked={item === value} onChange={() => onChange(item)} />
            {item}
          </label>
        ))}
      </span>
    </div>
  );
}
