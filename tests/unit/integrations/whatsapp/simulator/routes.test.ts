import { expect, it } from "vitest";
import { readCall } from "../../../../../src/integrations/whatsapp/simulator/graph/call";
import { operationOf } from "../../../../../src/integrations/whatsapp/simulator/graph/route";
import { allRoutes, runRoutes } from "../../../../../src/integrations/whatsapp/simulator/routes";
import { operations } from "../../../../../src/integrations/whatsapp/simulator/world/fault";
import { Client } from "./client";

const client = new Client();

function operation(routes: typeof allRoutes, method: "GET" | "POST" | "DELETE", path: string, body?: object) {
  return operationOf(routes, readCall(client.request(method, path, body ?? null), client.world.clock));
}

it.each([
  ["GET", "/me", undefined, "get_current_user"],
  ["GET", "/me?fields=email", undefined, "get_current_user"],
  ["GET", "/wamid.nobody", undefined, "get_message"],
  ["GET", "/1/contacts", undefined, "list_contacts"],
  ["GET", "/1/message_templates", undefined, "list_templates"],
  ["GET", "/1/message_templates?status=PAUSED", undefined, "list_templates"],
  ["POST", "/1/messages", {}, "send_message"],
  ["POST", "/1/messages", { type: "template" }, "send_template"],
  ["POST", "/1/messages", { recipient: "US.1" }, "send_message"],
  ["POST", "/1/messages", { recipient: "US.1", type: "template" }, "send_template"],
  ["POST", "/1/messages", { status: "read" }, "mark_read"],
  ["GET", "/1", undefined, "get_phone_number"],
  ["DELETE", "/1", undefined, "other"],
  ["GET", "/1/phone_numbers", undefined, "other"],
  ["GET", "/1/messages", undefined, "other"],
  ["GET", "/", undefined, "other"],
  ["GET", "/1/2/3", undefined, "other"],
] as const)("%s %s counts by what it asks for, whoever asks: %o", (method, path, body, expected) => {
  expect(operation(allRoutes, method, path, body)).toBe(expected);
});

it("has a route for every operation that a fault rule can name", () => {
  const named = [...allRoutes.routes.values()].flat().map((route) => route.operation ?? "other");
  expect(new Set(named)).toEqual(new Set(operations));
});

it("leaves out of a run what only other clients need", () => {
  expect(operation(runRoutes, "GET", "/1")).toBe("other");
  expect(operation(runRoutes, "POST", "/1/messages", { type: "template" })).toBe("send_template");
});
