import { describe, expect, it } from "vitest";
import { readyWorlds } from "../../../../../src/integrations/whatsapp/simulator/worlds";
import { checkTemplate } from "../../../../../src/integrations/whatsapp/world-editor/templates/template-checks";
import { templateDraft } from "../../../../../src/integrations/whatsapp/world-editor/templates/template-draft";

describe("the ready worlds teach by templates that Meta would take", async () => {
  for (const { title, load } of readyWorlds) {
    const world = await load();
    it.each(
      world.templates.map((template) => [`${template.name} [${template.language}]`, template] as const),
    )(`${title}: %s`, (_name, template) => {
      expect(checkTemplate(world, templateDraft(world, template))).toEqual([]);
    });
  }
});
