import type { IntegrationViews } from "../views";

export const views: IntegrationViews = {
  phone: async () => (await import("./phone/phone-pane")).PhonePane,
  places: async () => (await import("./phone/places")).places,
  runSummary: async () => (await import("./phone/run-summary")).RunSummary,
  snippetPhone: async () => (await import("./phone/snippet-phone")).SnippetPhone,
  worldEditor: async () => (await import("./world-editor/world-editor")).WorldEditor,
  worldParts: async () => (await import("./world-editor/parts")).worldParts,
  importWorld: async () => (await import("./world-editor/import-world")).importWorld,
};
