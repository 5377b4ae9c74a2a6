import type { ErrorRow } from "./error-row";

const template = { status: 400, shows: "answer", retry: "after a change", page: "templates" } as const;

/** What can be wrong with a template, or with what was put into it. */
export const templateErrors = [
  {
    ...template,
    code: 132000,
    title: "Number of parameters does not match the expected number of params",
    details: "The number of parameters does not match the template.",
    cause: "A part of the template has more or fewer placeholders than the parameters given for it.",
    remedy:
      "Count the placeholders of header and body in list_templates, and give each part as many parameters.",
  },
  {
    ...template,
    code: 132001,
    title: "Template name does not exist in the translation",
    status: 404,
    details: "The template does not exist in this language.",
    cause: "There is no approved template of this name in this language.",
    remedy: "Compare name and language with list_templates; en and en_US are two languages.",
  },
  {
    ...template,
    code: 132005,
    title: "Translated text too long",
    details: "The text with its parameters is too long.",
    cause: "With the parameters put in, the text grows longer than a template may be.",
    remedy: "Shorten the parameters.",
  },
  {
    ...template,
    code: 132007,
    title: "Template format character policy violated",
    details: "The template's content breaks a policy.",
    onlyAsFault: true,
    cause: "The template's content breaks one of WhatsApp's policies.",
    remedy: "Change the template in WhatsApp Manager and have it approved again.",
  },
  {
    ...template,
    code: 132012,
    title: "Parameter format does not match format in the created template",
    details: "A parameter has another format than the template.",
    cause: "A parameter is of another kind than the template has at that place, e.g. text for an image.",
    remedy: "Give each placeholder the kind it was approved with; list_templates shows the format.",
  },
  {
    ...template,
    code: 132015,
    title: "Template is temporarily unavailable to use because it was paused due to low quality.",
    details: "Template is temporarily unavailable to use because it was paused due to low quality.",
    shows: "either",
    cause: "Meta has paused the template for low quality.",
    remedy: "Use another template, or improve this one; most pauses end by themselves after some hours.",
  },
  {
    ...template,
    code: 132016,
    title: "Template is disabled",
    details: "The template was paused too often because of low quality and is now disabled.",
    cause: "The template was paused too often and is switched off for good.",
    remedy: "Make a new template with better content.",
  },
  {
    ...template,
    code: 132018,
    title: "There's an issue with the parameters in your template",
    details: "A template parameter is not valid.",
    cause:
      "A parameter holds what a template may not: a line break, a tab, more than four spaces in a row, or a one-time password of more than 15 characters.",
    remedy: "Take blanks out of the parameter, e.g. with text:gsub('%s+', ' '), and shorten the password.",
  },
  {
    ...template,
    code: 131055,
    title: "Method not allowed",
    details: "Only marketing templates can be sent this way.",
    onlyAsFault: true,
    cause: "This way of sending takes marketing templates only.",
    remedy: "Send a template of another category in the usual way.",
  },
  {
    ...template,
    code: 131063,
    title: "Marketing templates are disabled for Cloud API",
    details: "Sending marketing templates through the Cloud API is switched off for this account.",
    cause: "Marketing templates are switched off on the Cloud API for this account.",
    remedy: "Switch them on again in WhatsApp Manager.",
  },
] as const satisfies readonly ErrorRow[];
