import type { Binding, Expression } from "../parse/ast";
import { nodes } from "../parse/walk";
import { argumentsSkipped } from "./calls";
import { onceFor } from "./value";

/** The arguments passed to the parameters of the script's functions. */
export const givenArguments = onceFor((inference): ReadonlyMap<Binding, readonly Expression[]> => {
  const { script, of } = inference;
  const given = new Map<Binding, Expression[]>();
  for (const node of nodes(script).expressions) {
    if (node.kind !== "call") continue;
    const skipped = argumentsSkipped(of(node.callee));
    const target = skipped === 0 ? of(node.callee) : node.args[0] === undefined ? null : of(node.args[0]);
    if (target?.kind !== "function") continue;
    for (const [at, argument] of node.args.slice(skipped).entries()) {
      const parameter = target.body.parameters[at];
      if (parameter === undefined) continue;
      const list = given.get(parameter);
      if (list === undefined) given.set(parameter, [argument]);
      else list.push(argument);
    }
  }
  return given;
});
