/** Whether the page works without a network. */
export type Offline =
  /** Its files are still being fetched, or the page is being developed. */
  | { readonly kind: "not yet" }
  | { readonly kind: "ready" }
  /** `reason`: why not, and what to do. */
  | { readonly kind: "unavailable"; readonly reason: string };
