import type { Contact } from "./world/contact";
import type { Template } from "./world/template";
import type { World } from "./world/world";

/** The contacts and templates of a world, as far as a script names them. */
interface Named {
  readonly templates: readonly NamedTemplate[];
  readonly contacts: readonly { readonly number: string; readonly name: string | null }[];
}

type NamedTemplate = Pick<Template, "name" | "language" | "status" | "category" | "components"> & {
  readonly parameterFormat: Template["parameter_format"];
};

let last: Named | null = null;
const namedTemplates = new WeakMap<World["templates"], readonly NamedTemplate[]>();

/**
 * What the editor knows of a world. A world that names the same gives the same object: it is asked at every change of the
 * world, and most are messages.
 */
export function worldData(world: World): Named {
  const templates = namedTemplates.get(world.templates) ?? world.templates.map(namedTemplate);
  namedTemplates.set(world.templates, templates);
  const contacts = world.contacts.flatMap((piece) =>
    piece.map(({ waId, profileName }: Contact) => ({ number: waId, name: profileName })),
  );
  if (last?.templates === templates && sameContacts(last.contacts, contacts)) return last;
  last = { templates, contacts };
  return last;
}

function sameContacts(before: Named["contacts"], now: Named["contacts"]): boolean {
  return (
    before.length === now.length &&
    now.every(({ number, name }, at) => before[at]?.number === number && before[at]?.name === name)
  );
}

function namedTemplate(template: Template): NamedTemplate {
  const { name, language, status, category, components, parameter_format } = template;
  return { name, language, status, category, components, parameterFormat: parameter_format };
}
