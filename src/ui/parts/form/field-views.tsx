import { type ComponentChildren, Fragment } from "preact";
import { useId } from "preact/hooks";
import { Button, IconButton } from "../button";
import { InlineCode } from "../inline-code";
import type { FormAction, Typed } from "./fields";
import type { ShownField } from "./read-form";
import "./form.css";

interface Props {
  readonly fields: readonly ShownField[];
  /** Fields whose error is not shown yet. */
  isQuiet?(field: ShownField): boolean;
  onType(changes: Typed, from: ShownField): void;
  onLeave?(field: ShownField): void;
}

/** The fields of a form, neighbours of one group in a frame of their own. */
export function FieldViews({ fields, ...rest }: Props) {
  const groups: { readonly first: ShownField; readonly all: ShownField[] }[] = [];
  for (const field of fields) {
    if (field.kind === "hidden") continue;
    const last = groups.at(-1);
    if (last !== undefined && last.first.group?.title === field.group?.title) last.all.push(field);
    else groups.push({ first: field, all: [field] });
  }
  return (
    <>
      {groups.map(({ first, all }) => {
        const views = all.map((field) => <FieldView key={field.id} field={field} {...rest} />);
        if (first.group === undefined) return <Fragment key={first.id}>{views}</Fragment>;
        const { title, note } = first.group;
        return (
          <fieldset key={first.id} class="group form-fields">
            <legend>{title}</legend>
            {note === undefined ? null : <p class="note">{note}</p>}
            {views}
          </fieldset>
        );
      })}
    </>
  );
}

interface ViewProps extends Omit<Props, "fields"> {
  readonly field: ShownField;
}

/** A label, its control, and below it what is wrong, unwise and worth knowing, all tied to it for screen readers. */
function FieldView({ field, isQuiet, onType, onLeave }: ViewProps) {
  const id = useId();
  const { kind, label, hint, advice } = field;
  const error = isQuiet?.(field) === true ? null : field.error;
  const below = Object.entries({ error, advice, hint }).flatMap(([part, text]) =>
    text === null || text === "" ? [] : [{ id: `${id}-${part}`, part, text }],
  );
  const said = below.map(({ id, part, text }) => (
    <p key={part} id={id} class={part === "hint" ? "note" : `field-${part}`}>
      {part === "hint" ? <InlineCode text={text} /> : text}
    </p>
  ));
  if (kind === "actions")
    return (
      <div class="form-row">
        <ActionRow actions={field.actions} onType={(changes) => onType(changes, field)} />
        {said}
      </div>
    );
  const type = (text: string) => onType({ [field.id]: text }, field);
  const tie = {
    id,
    name: field.id,
    "aria-invalid": error !== null,
    "aria-describedby": below.length === 0 ? undefined : below.map((one) => one.id).join(" "),
  };
  if (kind === "check")
    return (
      <label class="check form-row">
        <input
          {...tie}
          type="checkbox"
          disabled={field.input?.disabled === true}
          checked={field.text === "on"}
          onChange={(event) => type(event.currentTarget.checked ? "on" : "")}
        />
        {label}
      </label>
    );
  return (
    <div class={field.half === true ? "field" : "field form-row"}>
      <label for={id}>
        {label}
        {field.optional === true && <span class="note"> optional</span>}
      </label>
      <Control field={field} tie={tie} onText={type} onLeave={() => onLeave?.(field)} />
      {said}
    </div>
  );
}

interface ControlProps {
  readonly field: ShownField;
  readonly tie: {
    readonly id: string;
    readonly name: string;
    readonly "aria-invalid": boolean;
    readonly "aria-describedby": string | undefined;
  };
  onText(text: string): void;
  onLeave(): void;
}

function Control({ field, tie, onText, onLeave }: ControlProps): ComponentChildren {
  const { kind, text, options, input, rows } = field;
  const all = { ...tie, value: text, onBlur: onLeave };
  if (kind === "choice")
    return (
      <select {...all} class="select" onChange={(event) => onText(event.currentTarget.value)}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    );
  if (kind === "area")
    return (
      <textarea {...all} class="input" rows={rows} onInput={(event) => onText(event.currentTarget.value)} />
    );
  return (
    <input
      {...input}
      {...all}
      class="input"
      spellcheck={false}
      autocapitalize="off"
      onInput={(event) => onText(event.currentTarget.value)}
    />
  );
}

function ActionRow({ actions, onType }: { actions: readonly FormAction[]; onType(changes: Typed): void }) {
  return (
    <div class="form-actions">
      {actions.map(({ label, icon, isIcon, disabled = false, types }) => {
        const press = { disabled, onClick: () => onType(types) };
        return isIcon === true && icon !== undefined ? (
          <IconButton key={label} icon={icon} label={label} {...press} />
        ) : (
          <Button key={label} {...(icon === undefined ? {} : { icon })} {...press}>
            {label}
          </Button>
        );
      })}
    </div>
  );
}
