/** What the simulated world holds that a script may name: for checks and completion. */
export interface WorldData {
  /** Each language of a template is an entry of its own. */
  readonly templates: readonly TemplateInfo[];
  readonly contacts: readonly ContactInfo[];
}

interface ContactInfo {
  /** WhatsApp ID: digits only. */
  readonly number: string;
  /** The profile name; null when none is set. */
  readonly name: string | null;
}

export interface TemplateInfo {
  readonly name: string;
  readonly language: string;
  /** `APPROVED`, `PENDING`, `REJECTED`, `PAUSED`, `DISABLED`, … */
  readonly status: string;
  /** `UTILITY`, `MARKETING` or `AUTHENTICATION`. */
  readonly category: string;
  readonly parameterFormat: "POSITIONAL" | "NAMED";
  readonly components: readonly TemplatePart[];
}

/** A component of a template as Meta lists it, as far as it is read here. */
export type TemplatePart =
  | { readonly type: "HEADER"; readonly format: "TEXT"; readonly text: string }
  | { readonly type: "HEADER"; readonly format: "IMAGE" | "VIDEO" | "DOCUMENT" | "LOCATION" }
  | { readonly type: "BODY"; readonly text: string }
  | { readonly type: "FOOTER"; readonly text?: string }
  | { readonly type: "BUTTONS"; readonly buttons: readonly TemplateButtonInfo[] };

export type TemplateButtonInfo =
  | { readonly type: "URL"; readonly text: string; readonly url: string }
  | { readonly type: "QUICK_REPLY" | "PHONE_NUMBER" | "COPY_CODE"; readonly text: string };

/** Whether a value is what the simulator names of its world (`simulator/world-data.ts`); the page made it. */
export function isWorldData(value: unknown): value is WorldData {
  return typeof value === "object" && value !== null && "templates" in value && "contacts" in value;
}
