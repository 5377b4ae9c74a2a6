import { member } from "../../../../shared/json";
import { fillIn, variablesOf } from "../../template-text";
import { badParameter, invalidParameter, Refusal } from "../graph/refusal";
import type { Rendered } from "../world/message";
import type { TemplateButton } from "../world/template";
import type { ButtonParameters, TemplateParameter } from "./components";
import { lengthOf, optionalText } from "./read-value";
import { cleanText, mandatory, missingValue, wrongCount, wrongFormat } from "./text-parameters";

type FilledButton = Rendered["buttons"][number];

/** The kinds of buttons, as Meta's errors call them. */
const typeNames = {
  QUICK_REPLY: "QuickReply",
  URL: "Url",
  PHONE_NUMBER: "Call",
  COPY_CODE: "CopyCode",
} as const satisfies Record<TemplateButton["type"], string>;

const longestCode = 20;
const longestUrl = 2000;

/**
 * The template's buttons with their parameters filled in. A URL with a variable and a copy-code button need one (131008, as
 * observed, since Meta's page does not say), quick replies may have a payload, phone buttons accept none (100).
 */
export function fillButtons(
  buttons: readonly TemplateButton[],
  given: readonly ButtonParameters[],
  version: number,
): readonly FilledButton[] {
  for (const { index, kind, parameters } of given) {
    const button = buttons[index];
    if (button === undefined) {
      throw invalidParameter(`buttons: the template has no button at index ${index}`);
    }
    if (button.type === "PHONE_NUMBER" && parameters.length > 0) {
      throw invalidParameter(
        `buttons: Button at index ${index} is of type Call and does not support parameters`,
      );
    }
    if (button.type !== kind) {
      throw new Refusal(132012, {
        details: `Button at index ${index} must be of type ${typeNames[button.type]}`,
      });
    }
  }
  return buttons.map((button, index) => {
    const parameters = given.find((one) => one.index === index)?.parameters ?? [];
    return fillButton(button, index, parameters, version);
  });
}

function fillButton(
  button: TemplateButton,
  index: number,
  parameters: readonly TemplateParameter[],
  version: number,
): FilledButton {
  const { type, text } = button;
  switch (button.type) {
    case "QUICK_REPLY": {
      const parameter = only(parameters, index, "PAYLOAD", 1);
      return { type, text, value: parameter === null ? text : payload(parameter) };
    }
    case "PHONE_NUMBER":
      return { type, text, value: button.phone_number };
    case "URL": {
      const [variable] = variablesOf(button.url);
      const parameter = only(parameters, index, "TEXT", variable === undefined ? 0 : 1);
      if (variable === undefined) return { type, text, value: button.url };
      if (parameter === null) throw needsParameter(index, button.type);
      const given = optionalText(member(parameter.value, "text"), `${parameter.path}['text']`);
      if (given === null) throw mandatory("text");
      const value = fillIn(button.url, new Map([[variable, cleanText("text", "text", given, version)]]));
      if (lengthOf(value) > longestUrl) {
        throw new Refusal(132005, { details: `buttons: the URL is longer than ${longestUrl} characters` });
      }
      return { type, text, value };
    }
    case "COPY_CODE": {
      const parameter = only(parameters, index, "COUPON_CODE", 1);
      if (parameter === null) throw needsParameter(index, button.type);
      return { type, text, value: couponCode(parameter) };
    }
  }
}

/** The one parameter a button may have, of the type it needs, or `null` if none is given. */
function only(
  parameters: readonly TemplateParameter[],
  index: number,
  type: TemplateParameter["type"],
  most: 0 | 1,
): TemplateParameter | null {
  const place = `buttons: button at index ${index}`;
  if (parameters.length > most) throw wrongCount(place, parameters.length, most);
  const [parameter] = parameters;
  if (parameter === undefined) return null;
  if (parameter.type !== type) throw wrongFormat(place, type, parameter.type);
  return parameter;
}

function needsParameter(index: number, type: TemplateButton["type"]): Refusal {
  return new Refusal(131008, {
    details: `buttons: Button at index ${index} of type ${typeNames[type]} requires a parameter`,
  });
}

function payload(parameter: TemplateParameter): string {
  const text = optionalText(member(parameter.value, "payload"), `${parameter.path}['payload']`);
  if (text === null) throw mandatory("payload");
  if (text === "") throw missingValue("payload", "payload");
  return text;
}

/** Copy-code values: at most 20 characters since December 2025. */
function couponCode(parameter: TemplateParameter): string {
  const path = `${parameter.path}['coupon_code']`;
  const code = optionalText(member(parameter.value, "coupon_code"), path);
  if (code === null) throw mandatory("coupon_code");
  if (code.trim() === "") throw missingValue("coupon_code", "coupon_code");
  if (lengthOf(code) > longestCode) {
    throw badParameter(`Param ${path} must be at most ${longestCode} characters long.`);
  }
  return code;
}
