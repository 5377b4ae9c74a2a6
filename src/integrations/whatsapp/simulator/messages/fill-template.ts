import type { JsonValue } from "../../../../shared/json";
import { Refusal } from "../graph/refusal";
import type { Rendered } from "../world/message";
import { componentOf, type Template } from "../world/template";
import { fillButtons } from "./button-parameters";
import { readComponents } from "./components";
import { fillHeader } from "./header-parameters";
import { lengthOf } from "./read-value";
import { textValues } from "./text-parameters";
import { fillIn } from "./variables";

const longestHeader = 60;
const longestBody = 1024;

/**
 * Step 6: the template with the message's components filled in: header, body, buttons, and last the lengths (132005).
 * `version` is the Graph version that serves the request.
 */
export function fillTemplate(
  template: Template,
  components: readonly JsonValue[],
  version: number,
): Rendered {
  const given = readComponents(components);
  const rules = { format: template.parameter_format, version };
  const header = fillHeader(componentOf(template, "HEADER"), given.header, rules);
  const bodyText = componentOf(template, "BODY")?.text ?? "";
  const body = fillIn(bodyText, textValues("body", bodyText, given.body, rules));
  const buttons = fillButtons(componentOf(template, "BUTTONS")?.buttons ?? [], given.buttons, version);
  if (header?.format === "TEXT") checkLength("header", header.text, longestHeader);
  checkLength("body", body, longestBody);
  return { header, body, footer: componentOf(template, "FOOTER")?.text ?? null, buttons };
}

function checkLength(place: string, text: string, most: number): void {
  const length = lengthOf(text);
  if (length <= most) return;
  throw new Refusal(132005, {
    details: `${place}: the text with its parameters has ${length} characters, at most ${most} are allowed`,
  });
}
