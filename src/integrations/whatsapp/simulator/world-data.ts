import type { Contact } from "./world/contact";
import type { Template } from "./world/template";
import type { World } from "./world/world";

/** What a script may name in a world, for checks and completion. */
export interface WorldData {
  /** Each language of a template is a separate entry. */
  readonly templates: readonly TemplateInfo[];
  readonly contacts: readonly { readonly number: string; readonly name: string | null }[];
}

export type TemplateInfo = Pick<Template, "name" | "language" | "status" | "category" | "components"> & {
  readonly parameterFormat: Template["parameter_format"];
};

let last: WorldData | null = null;
const namedTemplates = new WeakMap<World["templates"], readonly TemplateInfo[]>();

/** Returns the same object for worlds with the same names: called at every change of the world, mostly new messages. */
export function worldData(world: World): WorldData {
  const templates = namedTemplates.get(world.templates) ?? world.templates.map(namedTemplate);
  namedTemplates.set(world.templates, templates);
  const contacts = world.contacts.flatMap((piece) =>
    piece.map(({ waId, profileName }: Contact) => ({ number: waId, name: profileName })),
  );
  if (last?.templates === templates && sameContacts(last.contacts, contacts)) return last;
  last = { templates, contacts };
  return last;
}

function sameContacts(before: WorldData["contacts"], now: WorldData["contacts"]): boolean {
  return (
    before.length === now.length &&
    now.every(({ number, name }, at) => before[at]?.number === number && before[at]?.name === name)
  );
}

function namedTemplate(template: Template): TemplateInfo {
  const { name, language, status, category, components, parameter_format } = template;
  return { name, language, status, category, components, parameterFormat: parameter_format };
}
