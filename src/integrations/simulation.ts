import type { HttpRequest, HttpResponse } from "../shared/http-message";

/** What a client gets: the API's answer, or none because the connection was lost. The call may have been done all the same. */
export type Reply =
  | { readonly kind: "response"; readonly response: HttpResponse }
  | { readonly kind: "lost"; readonly how: "timeout" | "cut" };

/** What a client needs to act as one of the world's accounts. */
export interface MockAccount {
  readonly name: string;
  /** By `AccountField.name`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly token: string;
}

/** A simulator running on one world, which it changes as it responds. Plain data goes in and out. */
export interface Simulation {
  readonly accounts: readonly MockAccount[];
  /** Answers a request. Returns the reply and what happened in the world, already applied. */
  respond(request: HttpRequest): { readonly reply: Reply; readonly events: readonly unknown[] };
  /** Applies events that happened outside. Trusts them: the page made or parsed them. */
  apply(events: readonly unknown[]): void;
  /** Simulated time, Unix milliseconds. */
  now(): number;
  /** Lets simulated time pass. Returns what that did, already applied. */
  pass(ms: number): readonly unknown[];
}

/** Starts a simulator over a world document that the page parsed before. Throws if it is not of this version. */
export type OpenSimulation = (world: unknown) => Simulation;

/** World documents by integration id. */
export type Worlds = Readonly<Record<string, unknown>>;

/** What happened in the simulated worlds, by integration id. */
export type WorldEvents = Readonly<Record<string, readonly unknown[]>>;
