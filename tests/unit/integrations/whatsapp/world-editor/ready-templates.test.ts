import { describe, expect, it } from "vitest";
import { readyWorlds } from "../../../../../src/integrations/whatsapp/simulator/worlds";
import { templateKind } from "../../../../../src/integrations/whatsapp/world-editor/templates/templates";
import { typing } from "./typing";

describe("the ready-made worlds have templates that Meta would accept", async () => {
  for (const { title, load } of readyWorlds) {
    const world = await load();
    it.each(
      world.templates.map((template) => [`${template.name} [${template.language}]`, template] as const),
    )(`${title}: %s`, (_name, template) => {
      const { fields } = typing(templateKind, world, template, {});
      expect(fields.flatMap(({ error, advice }) => [error, advice]).filter((one) => one !== null)).toEqual(
        [],
      );
    });
  }
});
