import type { HttpRequest, HttpResponse } from "../shared/http-message";

/** What a client gets: the API's response, or none because the connection was lost. The call may have been done anyway. */
export type Reply =
  | { readonly kind: "response"; readonly response: HttpResponse }
  | { readonly kind: "lost"; readonly how: "timeout" | "cut" };

/** What a client needs to use one of the world's accounts. */
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
  /** Applies events from outside. Trusts them: the page made or parsed them. */
  apply(events: readonly unknown[]): void;
  /** Simulated time, Unix milliseconds. */
  now(): number;
  /** Lets simulated time pass. Returns the resulting events, already applied. */
  pass(ms: number): readonly unknown[];
}

/** Starts a simulator over a world document that the page has parsed. Throws if it is not of this version. */
export type OpenSimulation = (world: unknown) => Simulation;

/** World documents by integration id. */
export type Worlds = Readonly<Record<string, unknown>>;

/** What happened in the simulated worlds, by integration id. */
export type WorldEvents = Readonly<Record<string, readonly unknown[]>>;
