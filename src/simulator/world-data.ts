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

const known = new WeakMap<World, Named>();

/** What the editor knows of a world. The same world gives the same object: it is asked at every key. */
export function worldData(world: World): Named {
  const kept = known.get(world);
  if (kept !== undefined) return kept;
  const made: Named = {
    templates: world.templates.map(namedTemplate),
    contacts: world.contacts
      .flat()
      .map(({ waId, profileName }: Contact) => ({ number: waId, name: profileName })),
  };
  known.set(world, made);
  return made;
}

function namedTemplate(template: Template): NamedTemplate {
  const { name, language, status, category, components, parameter_format } = template;
  return { name, language, status, category, components, parameterFormat: parameter_format };
}
