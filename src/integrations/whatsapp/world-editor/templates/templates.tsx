import { counted } from "../../../../shared/counted";
import type { Choice } from "../../../../ui/parts/form/fields";
import { randomFor, type Template, type World } from "../../simulator/page";
import { componentOf } from "../../template-text";
import { type ItemKind, placed } from "../items-section";
import { categories, statuses, templateFields } from "./template-fields";
import type { EditedTemplate } from "./template-parts";
import { TemplatePreview } from "./template-preview";

const newTemplate: EditedTemplate = {
  name: "",
  parameter_format: "POSITIONAL",
  components: [{ type: "BODY", text: "" }],
  language: "en_US",
  status: "APPROVED",
  category: "UTILITY",
  id: "",
  quality_score: { score: "UNKNOWN" },
  rejected_reason: "NONE",
  pacing: null,
};

export const templateKind: ItemKind<Template, EditedTemplate> = {
  noun: "template",
  about: "Select a template to edit it, or add one.",
  none: "This world has no templates yet.",
  all: (world) => world.templates,
  idOf: ({ id }) => id,
  name: ({ name }) => name,
  spoken: ({ name, language }) => `${name} (${language})`,
  note: ({ language, category, status }) => (
    <>
      {language} · {labelOf(categories, category)} ·{" "}
      {status === "APPROVED" ? "Approved" : <strong class="world-warn">{labelOf(statuses, status)}</strong>}
    </>
  ),
  search: {
    placeholder: "Name or text",
    textOf: (template) => `${template.name}\n${componentOf(template, "BODY")?.text ?? ""}`,
  },
  filters: [
    { label: "Status", options: () => statuses, of: ({ status }) => status },
    { label: "Category", options: () => categories, of: ({ category }) => category },
    {
      label: "Language",
      options: (all) => [...new Set(all.map((one) => one.language))].toSorted().map((one) => [one, one]),
      of: ({ language }) => language,
    },
  ],
  find: (world, id) => world.templates.find((one) => one.id === id),
  begin: (world, template) =>
    template === null
      ? newTemplate
      : { ...template, pacing: world.pacing.find((one) => one.templateId === template.id) ?? null },
  copy(world, template) {
    const taken = new Set(world.templates.map((one) => one.name));
    let name = `${template.name.slice(0, 500)}_copy`;
    for (let count = 2; taken.has(name); count += 1) name = `${template.name.slice(0, 500)}_copy${count}`;
    return { ...templateKind.begin(world, template), id: "", name };
  },
  title: ({ name }, id) => (id === null ? "New template" : `Template ${name}`),
  fields: templateFields,
  aside: ({ value }) => <TemplatePreview draft={value} />,
  actions({ fields }) {
    const advised = fields.filter(({ advice }) => advice !== null).length;
    return advised === 0 ? null : (
      <span class="field-advice">
        Meta would reject this ({counted(advised, "reason")} above). This world accepts it.
      </span>
    );
  },
  put(world, { pacing, ...template }, _id, at) {
    const id = template.id === "" ? newId(world, template) : template.id;
    const place = world.templates.findIndex((one) => one.id === id);
    const rejected_reason = template.status === "REJECTED" ? template.rejected_reason : "NONE";
    const whole = { ...template, id, rejected_reason };
    const others = world.pacing.filter((one) => one.templateId !== id);
    return {
      ...world,
      templates: placed(world.templates, whole, place, at),
      pacing: pacing === null ? others : [...others, { ...pacing, templateId: id }],
    };
  },
  remove: (world, id) => ({
    ...world,
    templates: world.templates.filter((one) => one.id !== id),
    pacing: world.pacing.filter((one) => one.templateId !== id),
  }),
};

function labelOf<Value>(choices: readonly Choice<Value>[], value: Value): string | undefined {
  return choices.find(([one]) => one === value)?.[1];
}

/** An unused id of sixteen digits, as long as Meta's, drawn from the world's seed. */
function newId(world: World, { name, language }: Template): string {
  const taken = new Set(world.templates.map((one) => one.id));
  for (let attempt = 0; ; attempt += 1) {
    const id = `1${randomFor(world.seed, "template", name, language, attempt).text("0123456789", 15)}`;
    if (!taken.has(id)) return id;
  }
}
