/** A small second integration, to prove that nothing but the list names an integration. Its API exists nowhere. */
import { tokenInQuery } from "../../../src/integrations/authorization";
import type { AccountRef, Integration } from "../../../src/integrations/catalog";
import type { HttpRequest, HttpResponse } from "../../../src/shared/http-message";
import { isJsonObject, member, parseJson } from "../../../src/shared/json";

const DEFAULT_BASE_URL = "https://parcels.example";

function address(account: AccountRef, path: string): string {
  return `${account.fields.base_url ?? DEFAULT_BASE_URL}/${account.fields.depot ?? ""}/${path}`;
}

function request(method: "GET" | "POST", url: string, body: object | null = null): HttpRequest {
  const headers = body === null ? {} : { "Content-Type": "application/json" };
  return { method, url, headers, body: body === null ? null : JSON.stringify(body) };
}

function refusal(response: HttpResponse): string | null {
  const message = member(parseJson(response.body), "problem");
  return typeof message === "string" ? message : null;
}

export const parcels = {
  id: "parcels",
  title: "Parcels",
  category: "logistics",
  authorization: {
    label: "token in the query",
    hint: "From the depot's settings.",
    ways: [tokenInQuery("key")],
    echoes: [],
  },
  summary: "Tracks parcels and orders pickups.",
  load: {
    guides: async () => [
      {
        name: "parcel-sizes",
        markdown: "# Parcel sizes\n\nWhat fits into a parcel.\n\nA parcel is a shoebox at most.",
      },
    ],
    world: async () => (await import("./world")).worldSimulator,
    simulation: async () => (await import("./simulation")).openSimulation,
    editor: async () => (await import("./editor")).editorHelp,
    explainer: async () => (await import("./explainer")).explainer,
  },
  functions: [
    {
      name: "track_parcel",
      kind: "read",
      summary: "Says where a parcel is.",
      description: "Looks a parcel up by its number.",
      parameters: [
        { name: "number", type: "string", required: true, description: "The parcel.", example: '"P-100"' },
      ],
      answer: {
        kind: "object",
        fields: {
          number: { kind: "string" },
          place: { kind: "string", description: "Where it was seen last." },
        },
      },
      notes: [],
      examples: [{ title: "One parcel", code: 'app.integrations.parcels.track_parcel{ number = "P-100" }' }],
      request: (args, account) => request("GET", address(account, `parcels/${args.number}`)),
    },
    {
      name: "order_pickup",
      kind: "write",
      summary: "Sends someone for a parcel.",
      description: "Orders a pickup at the parcel's place.",
      parameters: [
        { name: "number", type: "string", required: true, description: "The parcel.", example: '"P-100"' },
        { name: "note", type: "string", required: false, description: "For the driver.", example: '"Ring"' },
      ],
      answer: { kind: "object", fields: { pickup: { kind: "integer" } } },
      notes: [],
      examples: [{ title: "A pickup", code: 'app.integrations.parcels.order_pickup{ number = "P-100" }' }],
      request: (args, account) => request("POST", address(account, "pickups"), args),
      preview: () => [{ label: "Parcel", at: ["number"] }],
    },
  ],
  accountFields: [
    {
      name: "depot",
      label: "Depot",
      description: "The depot that sends the parcels.",
      required: true,
      check: (value) => (value.trim() === "" ? "Fill in the depot." : null),
    },
    {
      name: "base_url",
      label: "Base URL",
      description: "Address of the API.",
      required: false,
      default: DEFAULT_BASE_URL,
      check: () => null,
    },
  ],
  mockAccounts: ["default", "support"],
  messages: {
    notConfigured: "Parcels integration is not configured.",
    connectionFailed: (reason) => `Failed to connect to Parcels API: ${reason}`,
  },
  read(response) {
    const value = parseJson(response.body);
    if (response.status < 300 && isJsonObject(value)) return { ok: true, value };
    return { ok: false, message: `Parcels API error (${response.status}): ${refusal(response)}` };
  },
  refusal,
} satisfies Integration;
