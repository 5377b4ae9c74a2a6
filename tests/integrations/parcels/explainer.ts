import type { Explainer } from "../../../src/integrations/catalog";
import { member, parseJson } from "../../../src/shared/json";

export const explainer: Explainer = {
  explain: (response) =>
    member(parseJson(response.body), "code") === "P404"
      ? { text: "The depot has no parcel with this number.", page: "parcel-sizes" }
      : null,
};
