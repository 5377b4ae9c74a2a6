import { isJsonObject, type JsonValue, member } from "../../../../shared/json";
import { componentOf, fillIn } from "../../template-text";
import { badParameter, Refusal } from "../graph/refusal";
import type { Rendered } from "../world/message";
import type { Template, TemplateComponent } from "../world/template";
import { fillButtons } from "./button-parameters";
import { readComponents, type TemplateParameter } from "./components";
import { lengthOf, optionalText } from "./read-value";
import {
  mandatory,
  missingValue,
  type ParameterRules,
  textValues,
  wrongCount,
  wrongFormat,
} from "./text-parameters";

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
  const { parameter_format: format, category } = template;
  const rules = { format, version, isCode: category === "AUTHENTICATION" };
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

type Header = Extract<TemplateComponent, { type: "HEADER" }>;

/**
 * The header with its parameter filled in. Media and location headers need exactly one parameter of their own type
 * (132012), with a link (131008), or with coordinates. Media cannot be uploaded here, so no media id is valid (100).
 */
function fillHeader(
  header: Header | undefined,
  parameters: readonly TemplateParameter[],
  rules: ParameterRules,
): Rendered["header"] {
  if (header === undefined) {
    if (parameters.length > 0) throw wrongCount("header", parameters.length, 0);
    return null;
  }
  if (header.format === "TEXT") {
    const media = parameters.find((one) => !["TEXT", "CURRENCY", "DATE_TIME"].includes(one.type));
    if (media !== undefined) throw wrongFormat("header", "TEXT", media.type);
    return {
      format: "TEXT",
      text: fillIn(header.text, textValues("header", header.text, parameters, rules)),
    };
  }
  const [parameter] = parameters;
  if (parameter === undefined) throw wrongFormat("header", header.format, "UNKNOWN");
  if (parameters.length > 1) throw wrongCount("header", parameters.length, 1);
  if (parameter.type !== header.format) throw wrongFormat("header", header.format, parameter.type);
  return header.format === "LOCATION" ? location(parameter) : media(parameter, header.format);
}

function media(parameter: TemplateParameter, format: "IMAGE" | "VIDEO" | "DOCUMENT"): Rendered["header"] {
  const kind = format.toLowerCase();
  const object = member(parameter.value, kind);
  if (!isJsonObject(object)) throw mandatory(kind);
  const path = `${parameter.path}['${kind}']`;
  const id = optionalText(member(object, "id"), `${path}['id']`);
  const link = optionalText(member(object, "link"), `${path}['link']`);
  if (id) {
    throw badParameter(`Param ${path}['id'] is not a valid whatsapp business account media attachment ID`);
  }
  if (!link) throw missingValue(kind, "id or link");
  if (!/^https?:\/\//i.test(link) || !URL.canParse(link)) {
    throw badParameter(`Param ${path}['link'] is not a valid URI.`);
  }
  return { format, source: link };
}

function location(parameter: TemplateParameter): Rendered["header"] {
  const object = member(parameter.value, "location");
  if (!isJsonObject(object)) throw mandatory("location");
  const path = `${parameter.path}['location']`;
  return {
    format: "LOCATION",
    latitude: coordinate(member(object, "latitude"), "latitude", 90),
    longitude: coordinate(member(object, "longitude"), "longitude", 180),
    name: optionalText(member(object, "name"), `${path}['name']`),
    address: optionalText(member(object, "address"), `${path}['address']`),
  };
}

function coordinate(value: JsonValue | undefined, name: string, most: number): number {
  if (value === undefined || value === null) throw mandatory("location", name);
  if (value === "") throw missingValue("location", name);
  const degrees = typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN;
  if (Math.abs(degrees) <= most) return degrees;
  throw new Refusal(131009, { details: `location: ${name} must be between -${most} and ${most}` });
}
