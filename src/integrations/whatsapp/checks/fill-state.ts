/** Shared by the checks of a template's parts. */
import type { JsonValue } from "../../../shared/json";
import {
  type ArgumentPath,
  type Finding,
  fieldOf,
  type PartialTable,
  type PartialValue,
} from "../../argument-help";
import type { TemplateInfo } from "../simulator/page";
import { mismatch } from "./finding";
import { wordOf } from "./read";

export interface Given {
  readonly component: PartialTable;
  readonly path: ArgumentPath;
}

/** The components of a call, and the template they fill. */
export interface Filling {
  readonly template: TemplateInfo;
  readonly given: readonly Given[];
  /** Whether all components can be read. */
  readonly known: boolean;
  /** Whether there is a table to add components to. */
  readonly written: boolean;
}

/** The component of a type, or `undefined` if none is known. */
export function ofType({ given }: Filling, type: string): Given | undefined {
  return given.find(({ component }) => wordOf(component, "type") === type);
}

/** The parameters of a component, or `null` if not all can be read. */
export function parametersOf(component: PartialTable): readonly PartialValue[] | null {
  const parameters = fieldOf(component, "parameters");
  if (parameters.kind === "nil") return [];
  return parameters.kind === "table" && parameters.complete ? parameters.items : null;
}

/** Reports a missing component, unless it may be among those that cannot be read. The fix adds it. */
export function absent(filling: Filling, message: string, component: JsonValue): Finding[] {
  if (!filling.known) return [];
  const title = "Add the missing component";
  const fix = filling.written
    ? { title, to: ["components"], append: [component] }
    : { title, to: [], key: "components", value: [component] };
  const path = filling.written ? ["components"] : ["template_name"];
  return [mismatch(path, "component-missing", message, [fix])];
}
