import type { IntegrationViews } from "../views";
import { loadWorld } from "./world";

export const views: IntegrationViews = {
  phone: async () => (await import("./phone/phone-pane")).PhonePane,
  snippetPhone: async () => (await import("./phone/snippet-phone")).SnippetPhone,
  worldEditor: async () => (await import("./world-editor/world-editor")).WorldEditor,
  async importWorld() {
    const { importWorld } = await import("./world-editor/import-world");
    return ({ worlds, notices }, file) => importWorld({ world: worlds.of(loadWorld), notices }, file);
  },
};
