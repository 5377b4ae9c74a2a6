import type { OpenSimulation } from "../../../src/integrations/simulation";
import { member, parseJson } from "../../../src/shared/json";
import { apply, isWorld, type ParcelEvent } from "./world";

/** Answers two requests; any parcel but P-100 is unknown, and any token but the account's name is refused. */
export const openSimulation: OpenSimulation = (start) => {
  if (!isWorld(start)) throw new Error("The run began without a world of parcels.");
  let world = start;
  const take = (...events: readonly ParcelEvent[]) => {
    world = events.reduce(apply, world);
    return events;
  };
  const answer = (status: number, body: object) =>
    ({ kind: "response", response: { status, headers: {}, body: JSON.stringify(body) } }) as const;
  return {
    accounts: world.accounts.map((name) => ({
      name,
      fields: { depot: world.depot },
      token: `key-of-${name}`,
    })),
    respond({ method, url, body }) {
      const { pathname, searchParams } = new URL(url);
      const account = searchParams.get("key")?.replace("key-of-", "") ?? "";
      const events = take({ type: "passed", ms: 100 });
      if (!world.accounts.includes(account))
        return { reply: answer(401, { code: "P401", problem: "Unknown key" }), events };
      const number = method === "GET" ? pathname.split("/").at(-1) : member(parseJson(body ?? ""), "number");
      if (number !== "P-100") {
        return { reply: answer(404, { code: "P404", problem: `No parcel ${String(number)}` }), events };
      }
      if (method === "GET") return { reply: answer(200, { number, place: world.depot }), events };
      const ordered = take({ type: "ordered", number, account });
      return { reply: answer(200, { pickup: world.pickups.length }), events: [...events, ...ordered] };
    },
    apply: (events) => void events,
    now: () => world.clock,
    pass: (ms) => take({ type: "passed", ms }),
  };
};
