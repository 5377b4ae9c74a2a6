/** Checks button components against the template's buttons: types, places and values. */

import { counted } from "../../../shared/counted";
import type { JsonValue } from "../../../shared/json";
import type { ArgumentPath, Finding, PartialTable } from "../../argument-help";
import type { TemplateButton, TemplateInfo } from "../simulator/page";
import { componentOf, variablesOf } from "../template-text";
import { indexOf } from "./components";
import { absent, type Filling, parametersOf } from "./fill-state";
import { changeTo, mismatch } from "./finding";
import { wordOf } from "./read";

export function checkButtons(filling: Filling): readonly Finding[] {
  const { template, given } = filling;
  const buttons = componentOf(template, "BUTTONS")?.buttons ?? [];
  const found: Finding[] = [];
  const filled = new Set<number>();
  let all = filling.known;
  for (const { component, path } of given) {
    if (wordOf(component, "type") !== "button") continue;
    const index = indexOf(component);
    if (index === null) {
      all = false;
      continue;
    }
    filled.add(index);
    found.push(...checkButton(template, buttons, index, component, path));
  }
  for (const [index, button] of buttons.entries()) {
    if (!needsValue(button) || filled.has(index) || !all) continue;
    const message = `The button “${button.text}” (index ${index}) of \`${template.name}\` has a placeholder without a value (131008).`;
    found.push(...absent(filling, message, buttonComponent(button, index)));
  }
  return found;
}

function checkButton(
  template: TemplateInfo,
  buttons: readonly TemplateButton[],
  index: number,
  component: PartialTable,
  path: ArgumentPath,
): readonly Finding[] {
  const button = buttons[index];
  if (button === undefined) {
    const count =
      buttons.length === 0 ? "no buttons" : `${counted(buttons.length, "button")}, counted from 0`;
    const message = `\`${template.name}\` has ${count}: there is none at index ${index}.`;
    return [mismatch([...path, "index"], "button-index", message)];
  }
  const subType = wordOf(component, "sub_type");
  const type = button.type.toLowerCase();
  if (subType !== null && subType !== type) {
    const message = `Button ${index} of \`${template.name}\` is \`${type}\`, not \`${subType}\` (132012).`;
    return [mismatch([...path, "sub_type"], "button-type", message, changeTo(type))];
  }
  const parameters = parametersOf(component);
  if (parameters === null) return [];
  const most = needsValue(button) || button.type === "QUICK_REPLY" ? 1 : 0;
  const least = needsValue(button) ? 1 : 0;
  if (parameters.length > most || parameters.length < least) {
    const message = `Button ${index} of \`${template.name}\` takes ${counted(most, "parameter")}; ${parameters.length} given.`;
    return [mismatch([...path, "parameters"], "parameter-count", message)];
  }
  const [parameter] = parameters;
  const kind = parameter?.kind === "table" ? wordOf(parameter, "type") : null;
  const wanted = parameterKind(button);
  if (kind === null || kind === wanted) return [];
  const message = `A \`${type}\` button takes a parameter of type \`${wanted}\`, not \`${kind}\` (132012).`;
  return [mismatch([...path, "parameters", 0, "type"], "parameter-kind", message)];
}

function needsValue(button: TemplateButton): boolean {
  return button.type === "COPY_CODE" || (button.type === "URL" && variablesOf(button.url).length > 0);
}

function parameterKind({ type }: TemplateButton): "payload" | "coupon_code" | "text" {
  if (type === "QUICK_REPLY") return "payload";
  return type === "COPY_CODE" ? "coupon_code" : "text";
}

function buttonComponent(button: TemplateButton, index: number): JsonValue {
  const kind = parameterKind(button);
  return {
    type: "button",
    sub_type: button.type.toLowerCase(),
    index,
    parameters: [{ type: kind, [kind]: "…" }],
  };
}
