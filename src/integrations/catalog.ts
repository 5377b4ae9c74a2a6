/**
 * The catalog: what an integration offers, described once. The Lua namespace, argument checks, `docs.read`, the docs pane,
 * completion, hover and permissions are all derived from it.
 */

import type { HttpRequest, HttpResponse } from "../shared/http-message";
import type { JsonValue } from "../shared/json";
import type { Result } from "../shared/result";
import type { EditorHelp } from "./argument-help";
import type { OpenSimulation } from "./simulation";
import type { IntegrationViews } from "./views";
import type { LoadWorld, WorldState } from "./world-simulator";

type ParameterType = "string" | "integer" | "boolean" | "array";

/** A parameter as calls need it. */
export interface ParameterRule {
  readonly name: string;
  readonly type: ParameterType;
  readonly required: boolean;
  /** Used when the script leaves the parameter out. */
  readonly default?: string | number | boolean;
  /** Longest string allowed, in code points. The API itself refuses a longer one. */
  readonly maxLength?: number;
  /** Of an integer: the API refuses a smaller one. */
  readonly minimum?: number;
  /** Of an integer: a larger one counts as this. */
  readonly maximum?: number;
  /** Text raised if a required parameter is missing or empty (`docs/runtime.md`). */
  readonly missing?: string;
}

/** A parameter with what people and the editor read of it. */
export interface Parameter extends ParameterRule {
  /** One or two sentences of Markdown, no heading. */
  readonly description: string;
  /** A Lua literal for examples and snippets, e.g. `"15551234567"`. */
  readonly example: string;
  /** An example of a nested value as JSON, for a section of its own. */
  readonly structure?: { readonly title: string; readonly json: JsonValue };
}

/** The shape of a value in a response, for docs, hover and completion. */
export type Shape =
  | {
      readonly kind: "string" | "integer" | "number" | "boolean";
      readonly description?: string;
      readonly values?: readonly string[];
    }
  | { readonly kind: "array"; readonly description?: string; readonly items: Shape }
  | {
      readonly kind: "object";
      readonly description?: string;
      readonly fields: Readonly<Record<string, Field>>;
    };

/** A field of an object shape. `optional`: a response may lack it. */
export type Field = Shape & { readonly optional?: boolean };

interface Example {
  readonly title: string;
  /** Runs unchanged against a fresh simulator. */
  readonly code: string;
}

/** An account as the gateway sees it: settings without the token. */
export interface AccountRef {
  readonly name: string;
  /** Values by `AccountField.name`, such as `phone_number_id`. A field left empty is absent. */
  readonly fields: Readonly<Record<string, string>>;
}

/** One setting of an account besides its token. */
export interface AccountField {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly required: boolean;
  readonly default?: string;
  /** Checks a value as typed. Returns `null` if it is fine, or one sentence that says what to change. */
  check(value: string): string | null;
}

/** Arguments after the gateway's checks and coercions: only declared parameters, defaults filled in. */
export type CallArguments = Readonly<Record<string, JsonValue>>;

/** Whether a call only reads, or changes something. Permissions are set by kind. */
export type CallKind = "read" | "write";

/** A function as calls need it. */
export interface CalledFunction {
  /** `send_message`; also callable as `<integration>_<name>`. */
  readonly name: string;
  readonly kind: CallKind;
  /** Name of its icon in the host's call log. */
  readonly icon?: string;
  readonly parameters: readonly ParameterRule[];
  /** The request behind the function, without the Authorization header. Throws an Error whose message Lua raises. */
  request(args: CallArguments, account: AccountRef): HttpRequest;
  /**
   * What a person should read first before a write: recipient, text and so on, by their place in the request's body. The values
   * come from the body, and the rest of the body is shown after them. Reads have none.
   */
  preview?(body: JsonValue): readonly BodyPlace[];
}

/** A function with what people and the editor read of it. The box is built without that (`tools/integrations.mjs`). */
export interface FunctionSpec extends CalledFunction {
  /** One sentence. */
  readonly summary: string;
  /** Markdown paragraphs, no heading. */
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly answer: Shape;
  /** What the real API does differently, one Markdown paragraph each. */
  readonly notes: readonly string[];
  readonly examples: readonly Example[];
}

/** A value in a body, by its keys and indexes from the outside in, and its label. */
export interface BodyPlace {
  readonly label: string;
  readonly at: readonly (string | number)[];
}

/** A way to send a token with a request. An account stores the `id` of the one that works for it. */
export interface AuthorizationWay {
  readonly id: "bearer" | "query";
  /** Completes "Connected using …", e.g. `the Authorization header`. */
  readonly label: string;
  /** Returns the request with the token in it. Throws an Error that says why it cannot be sent this way. */
  authorize(request: HttpRequest, token: string): HttpRequest;
}

/** How an API takes its token. */
export interface Authorization {
  /** For the docs, e.g. `bearer token`. */
  readonly label: string;
  /** One sentence that says where a person finds the token. */
  readonly hint: string;
  /** The first can send every request: mock mode uses it, and the calls pane and curl show it. */
  readonly ways: readonly [AuthorizationWay, ...AuthorizationWay[]];
  /** Text before a token that the API echoes in its responses. What follows is removed. Global, one group. */
  readonly echoes: readonly RegExp[];
}

export interface Integration {
  /** `whatsapp`: the name below `app.integrations`. */
  readonly id: string;
  readonly title: string;
  /** The host's category, such as `communication`. */
  readonly category: string;
  readonly authorization: Authorization;
  readonly load: IntegrationParts;
  readonly summary: string;
  readonly functions: readonly FunctionSpec[];
  readonly accountFields: readonly AccountField[];
  /** Accounts built into mock mode. */
  readonly mockAccounts: readonly string[];
  readonly messages: {
    /** Raised when an account lacks its token or a required field. */
    readonly notConfigured: string;
    /** Raised when the connection fails. `reason` is in the browser's or Node's words. */
    connectionFailed(reason: string): string;
  };
  /** Reads a response: the value for Lua, or the text to raise. */
  read(response: HttpResponse): Result<JsonValue>;
  /** The API's own words in a response that refuses a request, or `null` if the response is something else. */
  refusal(response: HttpResponse): string | null;
}

/** Explains an API's responses to people. */
export interface Explainer {
  /** Why a call failed, in plain words, or `null` if there is nothing to add. */
  explain(response: HttpResponse): Explanation | null;
  /** What a person should notice in a successful response, or `null`. */
  remark?(value: JsonValue): Explanation | null;
}

export interface Explanation {
  /** One to three sentences of plain text: the cause, then what to do. */
  readonly text: string;
  /** A docs page name, e.g. `integrations.whatsapp.send_template` or `errors`. */
  readonly page: string;
}

/** A docs page in Markdown: its title is the heading, its summary the first sentence below. */
export interface Guide {
  /** The name for `docs.read`, unique among all pages. */
  readonly name: string;
  readonly markdown: string;
}

/** Parts of an integration that are loaded on demand. */
interface IntegrationParts {
  /** Keeps its simulated world. */
  readonly world?: LoadWorld<WorldState, unknown>;
  /** Pages of the docs, in reading order. */
  guides?(): Promise<readonly Guide[]>;
  /** The integration's own views. */
  readonly views?: IntegrationViews;
  /** Checks, completes and explains arguments in the editor. */
  editor?(): Promise<EditorHelp>;
  /** Explains its responses where calls are shown. */
  explainer?(): Promise<Explainer>;
  /** Answers its calls in mock mode. If absent, mock mode says that there is no simulator. */
  simulation?(): Promise<OpenSimulation>;
}

/** All integrations a playground offers. */
export interface Catalog {
  readonly integrations: readonly Integration[];
}
