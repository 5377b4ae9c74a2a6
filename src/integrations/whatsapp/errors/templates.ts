import type { ErrorRow } from "./error-row";

const template = { status: 400, shows: "response", retry: "after a change", page: "templates" } as const;

/** What can be wrong with a template, or with the values filled in. */
export const templateErrors = [
  {
    ...template,
    code: 132000,
    title: "Number of parameters does not match the expected number of params",
    details: "The number of parameters does not match the template.",
    cause: "The number of parameters doesn't match the placeholders in a part of the template.",
    remedy: "Count the placeholders in header and body (list_templates), and give each as many parameters.",
  },
  {
    ...template,
    code: 132001,
    title: "Template name does not exist in the translation",
    status: 404,
    details: "The template does not exist in this language.",
    cause: "No approved template has this name and language.",
    remedy: "Check name and language with list_templates. en and en_US are different.",
  },
  {
    ...template,
    code: 132005,
    title: "Translated text too long",
    details: "The text with its parameters is too long.",
    cause: "With its parameters filled in, the text is too long.",
    remedy: "Shorten the parameters.",
  },
  {
    ...template,
    code: 132007,
    title: "Template format character policy violated",
    details: "The template's content breaks a policy.",
    onlyAsFault: true,
    cause: "The template's content violates a WhatsApp policy.",
    remedy: "Edit the template in WhatsApp Manager and resubmit it.",
  },
  {
    ...template,
    code: 132012,
    title: "Parameter format does not match format in the created template",
    details: "A parameter's format doesn't match the template.",
    cause: "A parameter has the wrong type for its placeholder, e.g. text for an image.",
    remedy: "Use the type each placeholder was approved with. list_templates shows the format.",
  },
  {
    ...template,
    code: 132015,
    title: "Template is temporarily unavailable to use because it was paused due to low quality.",
    details: "Template is temporarily unavailable to use because it was paused due to low quality.",
    shows: "either",
    cause: "Meta paused the template for low quality.",
    remedy: "Use another template, or improve this one. Most pauses end after a few hours.",
  },
  {
    ...template,
    code: 132016,
    title: "Template is disabled",
    details: "The template was paused too often because of low quality and is now disabled.",
    cause: "The template was paused too often and is permanently disabled.",
    remedy: "Create a new template with better content.",
  },
  {
    ...template,
    code: 132018,
    title: "There's an issue with the parameters in your template",
    details: "A template parameter is not valid.",
    cause:
      "A parameter contains a line break, a tab, more than four spaces in a row, or a one-time password longer than 15 characters.",
    remedy: "Collapse whitespace, e.g. with text:gsub('%s+', ' '), or shorten the password.",
  },
  {
    ...template,
    code: 131055,
    title: "Method not allowed",
    details: "Only marketing templates can be sent this way.",
    onlyAsFault: true,
    cause: "This endpoint only sends marketing templates.",
    remedy: "Send templates of other categories the usual way.",
  },
  {
    ...template,
    code: 131063,
    title: "Marketing templates are disabled for Cloud API",
    details: "Sending marketing templates through the Cloud API is switched off for this account.",
    cause: "Marketing templates are disabled for this account on the Cloud API.",
    remedy: "Enable them in WhatsApp Manager.",
  },
] as const satisfies readonly ErrorRow[];
