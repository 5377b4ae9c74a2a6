import type { Route } from "../shared/access-token";

/** A saved account. The token is not in it: only its last four characters are ever shown. */
export interface Account {
  readonly id: string;
  /** Integration id, e.g. `whatsapp`. */
  readonly integration: string;
  /** The name in `app.integrations.whatsapp.NAME`. */
  readonly name: string;
  /** By `AccountField.name`; empty fields are absent. */
  readonly fields: Readonly<Record<string, string>>;
  /** The last four characters of the token; `null` if none is saved. */
  readonly tokenTail: string | null;
  readonly isDefault: boolean;
  /** `null` until a connection test has succeeded. */
  readonly route: Route | null;
}

/** What a person typed. `token` empty: keep the saved one. */
export interface AccountDraft {
  readonly integration: string;
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly token: string;
  readonly isDefault: boolean;
}
