import binaryTrees from "../workloads/binary-trees.lua?raw";
import fib from "../workloads/fib.lua?raw";
import nBody from "../workloads/n-body.lua?raw";
import stringBuilding from "../workloads/string-building.lua?raw";
import tableSorting from "../workloads/table-sorting.lua?raw";

/** A Lua program that returns the function to time. */
export interface Workload {
  readonly name: string;
  readonly program: string;
}

export const workloads: readonly Workload[] = [
  { name: "fib", program: fib },
  { name: "n-body", program: nBody },
  { name: "binary-trees", program: binaryTrees },
  { name: "string building", program: stringBuilding },
  { name: "table sorting", program: tableSorting },
];

/** A script that runs the workload for half a second to warm up, then returns the median seconds of five runs. */
export function timed({ program }: Workload): string {
  return `local work = (function() ${program}\nend)()
local begun = os.clock()
repeat work() until os.clock() - begun > 0.5
local times = {}
for i = 1, 5 do
  collectgarbage()
  local started = os.clock()
  work()
  times[i] = os.clock() - started
end
table.sort(times)
return times[3]`;
}
