import { Fragment } from "preact";
import { useId } from "preact/hooks";
import { Button, IconButton } from "../button";
import type { Typed } from "./fields";
import type { ShownField } from "./read-form";
import "./form.css";

interface Props {
  readonly fields: readonly ShownField[];
  /** Fields whose error is not shown yet. */
  isQuiet?(field: ShownField): boolean;
  onType(changes: Typed, from: ShownField): void;
  onLeave?(field: ShownField): void;
}

/** The fields of a form. Neighbours in one group share a frame. */
export function FieldViews({ fields, ...rest }: Props) {
  const groups: ShownField[][] = [];
  for (const field of fields) {
    if (field.kind === "hidden") continue;
    const last = groups.at(-1);
    if (last?.[0]?.group?.title === field.group?.title) last?.push(field) ?? groups.push([field]);
    else groups.push([field]);
  }
  return (
    <>
      {groups.map((group) => {
        const [first] = group;
        const views = group.map((field) => <FieldView key={field.id} field={field} {...rest} />);
        if (first?.group === undefined) return <Fragment key={first?.id}>{views}</Fragment>;
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

/** A label, its control, and below it error, advice and hint, all linked to it for screen readers. */
function FieldView({ field, isQuiet, onType, onLeave }: ViewProps) {
  const id = useId();
  const { kind, label, hint, advice, half, optional } = field;
  const error = isQuiet?.(field) === true ? null : field.error;
  const below = Object.entries({ error, advice, hint }).filter(([, text]) => text !== null && text !== "");
  const tie = {
    id,
    name: field.id,
    "aria-invalid": error !== null,
    "aria-describedby": below.map(([part]) => `${id}-${part}`).join(" ") || undefined,
  };
  const control = (
    <Control
      field={field}
      tie={tie}
      onType={(changes) => onType(changes, field)}
      onLeave={() => onLeave?.(field)}
    />
  );
  return (
    <div class={`field ${half === true ? "" : "form-row"}`} data-field={field.id}>
      {kind === "line" || kind === "area" || kind === "choice" ? (
        <label for={id}>
          {label}
          {optional === true && <span class="note"> optional</span>}
        </label>
      ) : null}
      {control}
      {below.map(([part, text]) => (
        <p key={part} id={`${id}-${part}`} class={part === "hint" ? "note" : `field-${part}`}>
          {part === "hint" ? <InlineCode text={text ?? ""} /> : text}
        </p>
      ))}
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
  onType(changes: Typed): void;
  onLeave(): void;
}

function Control({ field, tie, onType, onLeave }: ControlProps) {
  const { id, kind, label, text, options, actions = [], input = {}, rows, unit } = field;
  const type = (typed: string) => onType({ [id]: typed });
  const all = { ...tie, value: text, onBlur: onLeave };
  switch (kind) {
    case "area":
      return (
        <textarea {...all} class="input" rows={rows} onInput={(event) => type(event.currentTarget.value)} />
      );
    case "choice":
      return (
        <select {...all} class="select" onChange={(event) => type(event.currentTarget.value)}>
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      );
    case "segments":
      return (
        <>
          <span id={`${tie.id}-label`}>{label}</span>
          <span class="segments" role="radiogroup" aria-labelledby={`${tie.id}-label`}>
            {options.map(([value, words]) => (
              <label key={value} class="segment">
                <input type="radio" name={tie.id} checked={value === text} onChange={() => type(value)} />
                {words}
              </label>
            ))}
          </span>
        </>
      );
    case "check":
      return (
        <label class="check">
          <input
            {...tie}
            type="checkbox"
            disabled={input.disabled === true}
            checked={text === "on"}
            onChange={(event) => type(event.currentTarget.checked ? "on" : "")}
          />
          {label}
        </label>
      );
    case "actions":
      return (
        <span class="form-actions">
          {actions.map(({ label: name, icon, disabled = false, types }) => {
            const press = { disabled, onClick: () => onType(types) };
            return icon === undefined ? (
              <Button key={name} {...press}>
                {name}
              </Button>
            ) : (
              <IconButton key={name} icon={icon} label={name} {...press} />
            );
          })}
        </span>
      );
    default:
      return (
        <span class="with-unit">
          <input
            {...input}
            {...all}
            class="input"
            spellcheck={false}
            autocapitalize="off"
            onInput={(event) => type(event.currentTarget.value)}
          />
          {unit}
        </span>
      );
  }
}

/** A line of text with `code` between backticks set as code. */
function InlineCode({ text }: { text: string }) {
  return (
    <>{text.split("`").map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece))}</>
  );
}
