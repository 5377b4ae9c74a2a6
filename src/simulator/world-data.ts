import type { Contact } from "./world/contact";
import type { Template } from "./world/template";
import type { World } from "./world/world";

/** The contacts and templates of a world, as far as a script names them: what the editor knows of it. */
export function worldData({ templates, contacts }: World): {
  readonly templates: readonly NamedTemplate[];
  readonly contacts: readonly { readonly number: string; readonly name: string | null }[];
} {
  return {
    templates: templates.map(namedTemplate),
    contacts: contacts.flat().map(({ waId, profileName }: Contact) => ({ number: waId, name: profileName })),
  };
}

type NamedTemplate = Pick<Template, "name" | "language" | "status" | "category" | "components"> & {
  readonly parameterFormat: Template["parameter_format"];
};

function namedTemplate(template: Template): NamedTemplate {
  const { name, language, status, category, components, parameter_format } = template;
  return { name, language, status, category, components, parameterFormat: parameter_format };
}
