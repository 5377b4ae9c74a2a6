/** To and from the bench's own workers. */
export interface BareRequest {
  /** Gives the seconds it measured of itself. */
  readonly source: string;
}

export interface BareAnswer {
  readonly seconds: number;
  readonly error: string | null;
}

export type EchoRequest =
  /** Makes a VM whose calls are answered with `reply`. */
  | { readonly kind: "prepare"; readonly module: WebAssembly.Module; readonly reply: string }
  | { readonly kind: "run"; readonly source: string; readonly memoryBytes: number };

export interface EchoAnswer {
  readonly error: string | null;
  readonly outputBytes: number;
  /** Milliseconds from the first call's begin to the last one's. */
  readonly callsMs: number;
}

/** A script around the place where text is typed. */
export interface LanguageRequest {
  readonly before: string;
  readonly typed: string;
  readonly after: string;
}

/** Milliseconds of each answer. */
export interface LanguageAnswer {
  readonly diagnostics: readonly number[];
  readonly complete: readonly number[];
}
