import { isJsonObject, type JsonObject, type JsonValue, member } from "../../../../shared/json";
import { badParameter, invalidParameter, notSimulated } from "../graph/refusal";
import { missingButtons, missingComponents, missingParameters } from "../not-simulated";
import { list, oneOf, requiredText } from "./read-value";

const parameterTypes = [
  "TEXT",
  "CURRENCY",
  "DATE_TIME",
  "IMAGE",
  "DOCUMENT",
  "VIDEO",
  "LOCATION",
  "PAYLOAD",
  "COUPON_CODE",
] as const;

type ParameterType = (typeof parameterTypes)[number];

/** One parameter of a template message, its type checked. */
export interface TemplateParameter {
  readonly type: ParameterType;
  readonly value: JsonObject;
  /** Its path in Meta's notation: `template['components'][0]['parameters'][1]`. */
  readonly path: string;
}

const buttonKinds = ["QUICK_REPLY", "URL", "COPY_CODE", "PHONE_NUMBER"] as const;

/** Refuses components, buttons and parameters that Meta has and the simulator lacks (501). No template here has them. */
export function checkSimulated(components: readonly JsonValue[]): void {
  for (const component of components) {
    refuse(member(component, "type"), missingComponents, "template components of type");
    refuse(member(component, "sub_type"), missingButtons, "template buttons of sub_type");
    const parameters = member(component, "parameters");
    if (!Array.isArray(parameters)) continue;
    for (const parameter of parameters) {
      refuse(member(parameter, "type"), missingParameters, "template parameters of type");
    }
  }
}

function refuse(value: JsonValue | undefined, missing: readonly string[], what: string): void {
  if (typeof value !== "string" || !missing.includes(value.toUpperCase())) return;
  throw notSimulated(`${what} ${value.toLowerCase()}`);
}

/** Parameters for the button at `index` of the template. */
export interface ButtonParameters {
  readonly kind: (typeof buttonKinds)[number];
  readonly index: number;
  readonly parameters: readonly TemplateParameter[];
}

/** A template message's `components`, sorted by the part they fill in. Absent ones have no parameters. */
export interface Components {
  readonly header: readonly TemplateParameter[];
  readonly body: readonly TemplateParameter[];
  readonly buttons: readonly ButtonParameters[];
}

/** Reads `template.components`. Accepts words in any case, since Meta's own examples mix them. */
export function readComponents(values: readonly JsonValue[]): Components {
  const buttons: ButtonParameters[] = [];
  const texts = new Map<"HEADER" | "BODY", readonly TemplateParameter[]>();
  for (const [at, value] of values.entries()) {
    const path = `template['components'][${at}]`;
    if (!isJsonObject(value)) throw badParameter(`Param ${path} must be an object.`);
    const typeName = requiredText(member(value, "type"), `${path}['type']`);
    const type = oneOf(typeName, ["HEADER", "BODY", "BUTTON"], `${path}['type']`);
    const parameters = readParameters(member(value, "parameters"), `${path}['parameters']`);
    if (type === "BUTTON") {
      const button = { ...readButton(value, path), parameters };
      if (buttons.some((one) => one.index === button.index)) {
        throw invalidParameter(`buttons: more than one component for the button at index ${button.index}`);
      }
      buttons.push(button);
    } else if (texts.has(type)) {
      throw invalidParameter(`${type.toLowerCase()}: more than one component of this type`);
    } else {
      texts.set(type, parameters);
    }
  }
  return { header: texts.get("HEADER") ?? [], body: texts.get("BODY") ?? [], buttons };
}

function readParameters(value: JsonValue | undefined, path: string): readonly TemplateParameter[] {
  return list(value, path).map((parameter, at) => {
    const place = `${path}[${at}]`;
    if (!isJsonObject(parameter)) throw badParameter(`Param ${place} must be an object.`);
    const typeName = requiredText(member(parameter, "type"), `${place}['type']`);
    return { type: oneOf(typeName, parameterTypes, `${place}['type']`), value: parameter, path: place };
  });
}

function readButton(component: JsonObject, path: string): Pick<ButtonParameters, "kind" | "index"> {
  const kindName = requiredText(member(component, "sub_type"), `${path}['sub_type']`);
  const kind = oneOf(kindName, buttonKinds, `${path}['sub_type']`);
  const index = requiredText(member(component, "index"), `${path}['index']`);
  if (!/^\d$/.test(index)) throw badParameter(`Param ${path}['index'] must be an integer between 0 and 9.`);
  return { kind, index: Number(index) };
}
