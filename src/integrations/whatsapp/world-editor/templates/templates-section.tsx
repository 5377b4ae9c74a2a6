import { Copy, Plus, Trash2 } from "lucide";
import { useState } from "preact/hooks";
import type { Playground } from "../../../../app/playground";
import { Button, IconButton } from "../../../../ui/parts/button";
import type { Template } from "../../simulator/world/template";
import type { World } from "../../simulator/world/world";
import { type EditorState, turnTo, typed } from "../editor-state";
import { ListAndForm } from "../list-and-form";
import { ShortList } from "../short-list";
import { withoutTemplate, withTemplate } from "../world-changes";
import { duplicateDraft, newTemplate, type TemplateDraft, templateDraft } from "./template-draft";
import { TemplateForm } from "./template-form";
import { categories, filterTemplates, labelOf, statuses, type TemplateFilter } from "./template-words";

interface Props {
  readonly playground: Playground;
  readonly state: EditorState;
  readonly world: World;
}

/** The business's message templates. */
export function TemplatesSection({ playground, state, world }: Props) {
  const [filter, setFilter] = useState<TemplateFilter>({ text: "", status: "", category: "", language: "" });
  const shown = filterTemplates(world.templates, filter);
  const languages = [...new Set(world.templates.map((one) => one.language))].toSorted();
  const draft = state.template.value?.now ?? null;
  const open = (next: TemplateDraft) => turnTo(state.template, next, playground.notices);
  const narrow = (part: Partial<TemplateFilter>) => setFilter({ ...filter, ...part });
  const remove = (template: Template) => {
    const { notices, world: model } = playground;
    const at = world.templates.indexOf(template);
    const pacing = world.pacing.filter((one) => one.templateId === template.id);
    const wrong = model.edit((now) => withoutTemplate(now, template.id));
    if (wrong !== null)
      return notices.show({ tone: "error", text: `The template was not removed. ${wrong}` });
    if (state.template.peek()?.now.id === template.id) state.template.value = null;
    notices.show({
      tone: "info",
      text: `Template ${template.name} (${template.language}) was removed.`,
      action: {
        label: "Undo",
        run() {
          const refused = model.edit((now) => ({
            ...withTemplate(now, template, at),
            pacing: [...now.pacing, ...pacing],
          }));
          if (refused !== null) notices.show({ tone: "error", text: `The template is not back. ${refused}` });
        },
      },
    });
  };
  return (
    <ListAndForm
      empty="Choose a template to see and change it, or add one."
      list={
        <>
          <div class="world-tools">
            <input
              class="input"
              type="search"
              aria-label="Filter templates"
              placeholder="Name or text"
              value={filter.text}
              onInput={(event) => narrow({ text: event.currentTarget.value })}
            />
            <Button icon={Plus} onClick={() => open(newTemplate)}>
              Add template
            </Button>
          </div>
          <div class="world-tools">
            <Filter
              label="Status"
              value={filter.status}
              options={statuses}
              onChange={(status) => narrow({ status })}
            />
            <Filter
              label="Category"
              value={filter.category}
              options={categories}
              onChange={(category) => narrow({ category })}
            />
            <Filter
              label="Language"
              value={filter.language}
              options={languages.map((value) => ({ value, label: value }))}
              onChange={(language) => narrow({ language })}
            />
          </div>
          {shown.length === 0 ? (
            <p class="world-empty">
              {world.templates.length === 0
                ? "This world has no templates yet."
                : "No template fits the filter."}
            </p>
          ) : (
            <ShortList key={Object.values(filter).join("/")} label="Templates" items={shown}>
              {(template) => {
                const name = `${template.name} (${template.language})`;
                return (
                  <li key={template.id} class="world-item" data-current={draft?.id === template.id}>
                    <button
                      type="button"
                      class="world-open"
                      aria-pressed={draft?.id === template.id}
                      onClick={() => open(templateDraft(world, template))}
                    >
                      <span class="world-item-name">{template.name}</span>
                      <span class="note">
                        {template.language} · {labelOf(categories, template.category)} ·{" "}
                        <span class={template.status === "APPROVED" ? "" : "world-warn"}>
                          {labelOf(statuses, template.status)}
                        </span>
                      </span>
                    </button>
                    <IconButton
                      icon={Copy}
                      label={`Duplicate ${name}`}
                      onClick={() => open(duplicateDraft(world, template))}
                    />
                    <IconButton icon={Trash2} label={`Remove ${name}`} onClick={() => remove(template)} />
                  </li>
                );
              }}
            </ShortList>
          )}
        </>
      }
      form={
        draft === null ? null : (
          <TemplateForm
            key={draft.id ?? "new"}
            model={playground.world}
            world={world}
            draft={draft}
            onChange={(next) => typed(state.template, next)}
            onSaved={() => {
              state.template.value = null;
            }}
            onCancel={() => turnTo(state.template, null, playground.notices)}
          />
        )
      }
    />
  );
}

interface FilterProps<Value extends string> {
  readonly label: string;
  readonly value: Value | "";
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  onChange(value: Value | ""): void;
}

function Filter<Value extends string>({ label, value, options, onChange }: FilterProps<Value>) {
  return (
    <select
      class="select"
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        onChange(chosen?.value ?? "");
      }}
    >
      <option value="">{label}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
