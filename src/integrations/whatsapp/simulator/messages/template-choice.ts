import { Refusal } from "../graph/refusal";
import { findTemplate } from "../world/lookup";
import type { Template } from "../world/template";
import type { World } from "../world/world";

/** Step 5: the template, which must exist in the language (132001) and be approved (132015 paused, 132016 disabled); marketing may be switched off (131063). */
export function checkTemplateChoice(world: World, name: string, language: string): Template {
  const template = findTemplate(world.templates, name, language);
  if (template?.status === "PAUSED") throw new Refusal(132015);
  if (template?.status === "DISABLED") throw new Refusal(132016);
  if (template?.status === "APPROVED") {
    if (template.category === "MARKETING" && world.waba.state === "marketing_switched_off") {
      throw new Refusal(131063);
    }
    return template;
  }
  throw new Refusal(132001, { details: `template name (${name}) does not exist in ${language}` });
}
