import { isJsonObject, type JsonValue, member } from "../../../../shared/json";
import { badParameter, Refusal } from "../graph/refusal";
import type { Rendered } from "../world/message";
import type { TemplateComponent } from "../world/template";
import type { TemplateParameter } from "./components";
import { optionalText } from "./read-value";
import { missingValue, type ParameterRules, textValues, wrongCount, wrongFormat } from "./text-parameters";
import { fillIn } from "./variables";

type Header = Extract<TemplateComponent, { type: "HEADER" }>;

/**
 * The header with its parameter filled in. Media and location headers need exactly one parameter of their own type
 * (132012), with a media id or address (131008), or with coordinates.
 */
export function fillHeader(
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
  const path = `${parameter.path}['${kind}']`;
  const id = optionalText(member(object, "id"), `${path}['id']`);
  const link = optionalText(member(object, "link"), `${path}['link']`);
  if (id) return { format, source: id };
  if (!link) throw missingValue(kind, "id or link");
  if (!/^https?:\/\//i.test(link) || !URL.canParse(link)) {
    throw badParameter(`Param ${path}['link'] is not a valid URI.`);
  }
  return { format, source: link };
}

function location(parameter: TemplateParameter): Rendered["header"] {
  const object = member(parameter.value, "location");
  if (!isJsonObject(object)) throw missingValue("location", "location");
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
  if (value === undefined || value === null || value === "") throw missingValue("location", name);
  const degrees = typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN;
  if (Math.abs(degrees) <= most) return degrees;
  throw new Refusal(131009, { details: `location: ${name} must be between -${most} and ${most}` });
}
