import { describe, expect, it } from "vitest";
import { at, Client, errorOf, items, parameterError, sentId, text } from "./client";

/** A client that has sent one message, which was read, and one that failed. */
function sent() {
  const client = new Client();
  const read = sentId(client.sendText("15551234567"));
  const failed = sentId(client.sendText("33639980123"));
  client.wait(60_000);
  const list = (query = "") => client.get(`/${client.phoneNumberId}/message_history?${query}`);
  return { client, read, failed, list };
}

describe("message_history, Meta's own way to get a status", () => {
  it("lists the statuses of one message by its id", () => {
    const { read, list } = sent();
    const { body } = list(
      `message_id=${encodeURIComponent(read)}&fields=id,message_id,events{delivery_status,timestamp}`,
    );
    expect(items(at(body, "data"))).toHaveLength(1);
    expect(at(body, "data", 0, "message_id")).toBe(read);
    const events = items(at(body, "data", 0, "events", "data"));
    expect(events.map((one) => at(one, "delivery_status"))).toEqual(["SENT", "DELIVERED", "READ"]);
    for (const event of events) expect(at(event, "timestamp")).toBeTypeOf("number");
    expect(at(body, "paging", "next")).toBeUndefined();
  });

  it("says why a message failed", () => {
    const { failed, list } = sent();
    const fields = "message_id,events{delivery_status,error_description}";
    expect(at(list(`message_id=${encodeURIComponent(failed)}&fields=${fields}`).body, "data", 0)).toEqual({
      id: expect.stringMatching(/^77\d{13}$/),
      message_id: failed,
      events: {
        data: [
          {
            id: expect.stringMatching(/^77\d{14}$/),
            delivery_status: "FAILED",
            error_description: "Re-engagement message",
          },
        ],
      },
    });
  });

  it("lists what the number sent, page by page, and nothing from other numbers or customers", () => {
    const { client, read, failed, list } = sent();
    const ids: unknown[] = [];
    for (let query = "limit=1"; query !== ""; ) {
      const { body } = list(query);
      ids.push(at(body, "data", 0, "message_id"));
      const next = at(body, "paging", "next");
      query = next === undefined ? "" : new URL(text(next)).search.slice(1);
    }
    const own = client.world.messages
      .flat()
      .filter((one) => one.direction === "outbound" && one.phoneNumberId === client.phoneNumberId);
    expect(ids).toEqual(own.map((one) => one.id));
    expect(ids.slice(-2)).toEqual([read, failed]);
    expect(at(list().body, "data", 0)).toEqual({ id: expect.any(String), message_id: ids[0] });
  });

  it("returns a message's events by the history's id, filtered by status", () => {
    const { client, read, list } = sent();
    const id = text(at(list(`message_id=${encodeURIComponent(read)}`).body, "data", 0, "id"));
    const said = (query = "") =>
      items(at(client.get(`/${id}/events${query}`).body, "data")).map((one) =>
        at(one, "node", "delivery_status"),
      );
    expect(said()).toEqual(["ACCEPTED", "SENT", "DELIVERED", "READ"]);
    expect(said("?status_filter=read")).toEqual(["READ"]);
    expect(errorOf(client.get(`/${id}/events?status_filter=LOST`))).toMatchObject({
      status: 400,
      error: { code: 100, message: "Invalid parameter: status_filter must be a valid delivery status" },
    });
    const other = new Client(client.world, "support");
    expect(errorOf(other.get(`/${id}/events`))).toMatchObject({ error: { code: 100, error_subcode: 33 } });
  });

  it("refuses an unknown field: 100", () => {
    expect(errorOf(sent().list("fields=id,text"))).toEqual(
      parameterError(
        "Tried accessing nonexisting field (text) on node type (WhatsAppBusinessMessageHistory)",
      ),
    );
  });
});
