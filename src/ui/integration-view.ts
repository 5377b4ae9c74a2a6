import type { IntegrationViews } from "../integrations/views";

/** Loads a view of the first integration that has its own views. Rejects if none has. */
export async function loadView<View>(pick: (views: IntegrationViews) => Promise<View>): Promise<View> {
  const { catalog } = await import("../integrations");
  const views = catalog.integrations.find(({ load }) => load.views !== undefined)?.load.views;
  if (views === undefined) throw new Error("No integration in this playground has its own views.");
  return pick(views);
}
