import { useMemo, useState } from "preact/hooks";
import { AreaField, ChoiceField, TextField } from "../../../../ui/parts/field";
import { variablesOf } from "../../simulator/messages/variables";
import type { World } from "../../simulator/world/world";
import type { WhatsAppWorld } from "../../world";
import { EditForm } from "../edit-form";
import { withTemplate } from "../world-changes";
import { ButtonFields } from "./button-fields";
import { checkPacing, withPacing } from "./pacing-draft";
import { PacingFields } from "./pacing-fields";
import { PreviewBubble } from "./preview-bubble";
import { checkOf, checkTemplate } from "./template-checks";
import { type TemplateDraft, templateOf } from "./template-draft";
import { categories, formats, headers, meansOf, qualities, rejections, statuses } from "./template-words";

interface Props {
  readonly model: WhatsAppWorld;
  readonly world: World;
  readonly draft: TemplateDraft;
  onChange(draft: TemplateDraft): void;
  onSaved(): void;
  onCancel(): void;
}

/** Adds a template or changes one, checked as one types, with its preview beside. */
export function TemplateForm({ model, world, draft, onChange, onSaved, onCancel }: Props) {
  const [refusals, setRefusals] = useState(0);
  const [refused, setRefused] = useState<string | null>(null);
  const checks = useMemo(() => checkTemplate(world, draft), [world.templates, draft]);
  const change = (part: Partial<TemplateDraft>) => onChange({ ...draft, ...part });
  // An empty form is not yet wrong; what was typed is.
  const empty = (field: string) =>
    field === "name" ? draft.name === "" : field === "body" ? draft.body === "" : field.startsWith("button.");
  const refusedOf = (field: string) =>
    refusals === 0 && draft.id === null && empty(field) ? null : checkOf(checks, field, "refused");
  const field = (name: string) => ({ error: refusedOf(name), advice: checkOf(checks, name, "advice") });
  const save = () => {
    const paced = checkPacing(draft.pacing);
    if (checks.some((check) => check.kind === "refused") || paced.free !== null || paced.minutes !== null)
      return setRefusals(refusals + 1);
    const wrong = model.edit((now) => {
      const template = templateOf(now, draft);
      return withPacing(withTemplate(now, template), template.id, draft.pacing);
    });
    if (wrong === null) onSaved();
    else setRefused(`The template was not saved. ${wrong}`);
  };
  const advised = checks.filter((check) => check.kind === "advice").length;
  return (
    <EditForm
      title={draft.id === null ? "New template" : `Template ${draft.name}`}
      error={refused}
      refusals={refusals}
      submit={draft.id === null ? "Add template" : "Save"}
      actions={
        advised === 0 ? undefined : (
          <span class="field-advice">
            Meta would not take it as it is ({advised} {advised === 1 ? "reason" : "reasons"} above). This
            world does.
          </span>
        )
      }
      onSubmit={save}
      onCancel={onCancel}
    >
      <div class="world-template">
        <div class="world-fields">
          <div class="world-pair">
            <TextField
              label="Name"
              value={draft.name}
              {...field("name")}
              onInput={(name) => change({ name })}
            />
            <TextField
              label="Language"
              value={draft.language}
              {...field("language")}
              onInput={(language) => change({ language })}
            />
          </div>
          <div class="world-pair">
            <ChoiceField
              label="Category"
              value={draft.category}
              options={categories}
              hint={meansOf(categories, draft.category)}
              onChange={(category) => change({ category })}
            />
            <ChoiceField
              label="Status"
              value={draft.status}
              options={statuses}
              hint={meansOf(statuses, draft.status)}
              onChange={(status) => change({ status })}
            />
          </div>
          <div class="world-pair">
            {draft.status === "REJECTED" ? (
              <ChoiceField
                label="Reason"
                value={draft.rejected}
                options={rejections}
                onChange={(rejected) => change({ rejected })}
              />
            ) : null}
            <ChoiceField
              label="Quality"
              value={draft.quality}
              options={qualities}
              onChange={(quality) => change({ quality })}
            />
            <ChoiceField
              label="Parameters"
              value={draft.format}
              options={formats}
              hint={meansOf(formats, draft.format)}
              onChange={(format) => change({ format })}
            />
          </div>
          <PacingFields draft={draft.pacing} onChange={(pacing) => change({ pacing })} />
          <ChoiceField
            label="Header"
            value={draft.header}
            options={headers}
            onChange={(header) => change({ header })}
          />
          {draft.header === "TEXT" ? (
            <TextField
              label={`Header text, ${draft.headerText.length} of 60`}
              value={draft.headerText}
              {...field("headerText")}
              onInput={(headerText) => change({ headerText })}
            />
          ) : null}
          {hasHeaderExample(draft) ? (
            <TextField
              label={draft.header === "TEXT" ? "Example of the header's variable" : "Example of the medium"}
              value={draft.headerExample}
              {...field("headerExample")}
              onInput={(headerExample) => change({ headerExample })}
            />
          ) : null}
          <AreaField
            label={`Body, ${draft.body.length} of 1024`}
            rows={5}
            value={draft.body}
            {...field("body")}
            hint={
              draft.format === "NAMED"
                ? "Variables as `{{first_name}}`; *bold*, _italic_, ~strike~."
                : "Variables as `{{1}}`, `{{2}}`; *bold*, _italic_, ~strike~."
            }
            onInput={(body) => change({ body })}
          />
          {variablesOf(draft.body).map((name) => (
            <TextField
              key={name}
              label={`Example of {{${name}}}`}
              value={Object.hasOwn(draft.examples, name) ? (draft.examples[name] ?? "") : ""}
              {...field(`example.${name}`)}
              onInput={(example) => change({ examples: { ...draft.examples, [name]: example } })}
            />
          ))}
          <TextField
            label={`Footer, ${draft.footer.length} of 60`}
            optional
            value={draft.footer}
            {...field("footer")}
            onInput={(footer) => change({ footer })}
          />
          <ButtonFields
            buttons={draft.buttons}
            checks={checks}
            refusedOf={refusedOf}
            onChange={(buttons) => change({ buttons })}
          />
        </div>
        <PreviewBubble draft={draft} />
      </div>
    </EditForm>
  );
}

function hasHeaderExample({ header, headerText }: TemplateDraft): boolean {
  if (header === "TEXT") return variablesOf(headerText).length > 0;
  return header !== "NONE" && header !== "LOCATION";
}
