import { member } from "../../../../shared/json";
import { fillIn, variablesOf } from "../../template-text";
import { badParameter, invalidParameter, Refusal } from "../graph/refusal";
import type { Rendered } from "../world/message";
import type { TemplateButton } from "../world/template";
import type { ButtonParameters, TemplateParameter } from "./components";
import { lengthOf, optionalText } from "./read-value";
import { cleanText, missingValue, wrongCount, wrongFormat } from "./text-parameters";

type FilledButton = Rendered["buttons"][number];

const longestCode = 20;
const longestUrl = 2000;

/**
 * The template's buttons with their parameters filled in. A URL with a variable and a copy-code button need one
 * (131008, as observed; Meta's page does not say), quick replies may have a payload, phone buttons take none.
 */
export function fillButtons(
  buttons: readonly TemplateButton[],
  given: readonly ButtonParameters[],
  version: number,
): readonly FilledButton[] {
  for (const { index, kind } of given) {
    const button = buttons[index];
    if (button === undefined) {
      throw invalidParameter(`buttons: the template has no button at index ${index}`);
    }
    if (button.type !== kind) throw wrongFormat(`buttons: button at index ${index}`, button.type, kind);
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
      only(parameters, index, "TEXT", 0);
      return { type, text, value: button.phone_number };
    case "URL": {
      const [variable] = variablesOf(button.url);
      const parameter = only(parameters, index, "TEXT", variable === undefined ? 0 : 1);
      if (variable === undefined) return { type, text, value: button.url };
      if (parameter === null) throw needsParameter(index, "Url");
      const given = optionalText(member(parameter.value, "text"), `${parameter.path}['text']`);
      const value = fillIn(button.url, new Map([[variable, cleanText("text", "text", given, version)]]));
      if (lengthOf(value) > longestUrl) {
        throw new Refusal(132005, { details: `buttons: the URL is longer than ${longestUrl} characters` });
      }
      return { type, text, value };
    }
    case "COPY_CODE": {
      const parameter = only(parameters, index, "COUPON_CODE", 1);
      if (parameter === null) throw needsParameter(index, "CopyCode");
      return { type, text, value: couponCode(parameter) };
    }
  }
}

/** The one parameter a button may have, of the type it needs; null when none is given. */
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

function needsParameter(index: number, kind: string): Refusal {
  return new Refusal(131008, {
    details: `buttons: Button at index ${index} of type ${kind} requires a parameter`,
  });
}

function payload(parameter: TemplateParameter): string {
  const text = optionalText(member(parameter.value, "payload"), `${parameter.path}['payload']`);
  if (text === null || text === "") throw missingValue("payload", "payload");
  return text;
}

/** Copy-code values: at most 20 characters since December 2025. */
function couponCode(parameter: TemplateParameter): string {
  const path = `${parameter.path}['coupon_code']`;
  const code = optionalText(member(parameter.value, "coupon_code"), path);
  if (code === null || code.trim() === "") throw missingValue("coupon_code", "coupon_code");
  if (lengthOf(code) > longestCode) {
    throw badParameter(`Param ${path} must be at most ${longestCode} characters long.`);
  }
  return code;
}
