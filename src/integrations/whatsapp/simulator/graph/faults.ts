import type { HttpResponse } from "../../../../shared/http-message";
import { isErrorCode } from "../../errors";
import type { Fault, Operation } from "../world/fault";
import { callCount, type World } from "../world/world";
import { Refusal } from "./refusal";
import { expired } from "./token";

/** What the world's fault rules do to a call. The first rule with a response wins. Delays add up. */
export interface FaultEffect {
  readonly refusal: Refusal | null;
  readonly response: HttpResponse | null;
  /** How the connection is lost, or `null` if it is not. */
  readonly lost: Lost | null;
  readonly delayMs: number;
}

/** A connection without a response, and whether the call was done anyway. */
export interface Lost {
  readonly how: "timeout" | "cut";
  readonly when: "before" | "after";
}

/** The effect of the rules that match the call. */
export function faultsFor(world: World, operation: Operation): FaultEffect {
  const met = world.faults.filter((fault) => hits(world, operation, fault)).map((fault) => fault.effect);
  const answer = met.find((effect) => effect.kind !== "slow");
  const delayMs = met.reduce((total, effect) => total + (effect.kind === "slow" ? effect.ms : 0), 0);
  return {
    refusal: answer?.kind === "error" ? refusalOf(world, answer.code, answer.subcode) : null,
    response:
      answer?.kind === "http"
        ? { status: answer.status, headers: { "Content-Type": answer.contentType }, body: answer.body }
        : null,
    lost:
      answer?.kind === "timeout" || answer?.kind === "cut" ? { how: answer.kind, when: answer.when } : null,
    delayMs: Math.min(delayMs, 3_000_000),
  };
}

function hits(world: World, asked: Operation, { operation, from, count }: Fault): boolean {
  if (operation !== "any" && operation !== asked) return false;
  const number = 1 + (operation === "any" ? callCount(world) : world.calls[operation]);
  return number >= from && (count === null || number < from + count);
}

/** An expired token's error names its times, a minute ago. Every other error comes from its row in the table. */
function refusalOf(world: World, code: number, subcode: number | null): Refusal {
  if (code === 190 && (subcode === null || subcode === 463)) {
    return expired(Math.max(0, world.clock - 60_000), world.clock, 401);
  }
  const detail = subcode === null ? {} : { subcode };
  return isErrorCode(code) ? new Refusal(code, detail) : new Refusal(1, { ...detail, code });
}
