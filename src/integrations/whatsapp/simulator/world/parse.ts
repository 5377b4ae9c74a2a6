import * as v from "valibot";
import type { Result } from "../../../../shared/result";
import { toChunks } from "./chunks";
import type { Message } from "./message";
import { migrate } from "./migrate";
import { type World, WorldSchema } from "./world";

/**
 * Parses a world from outside (a file, the page's storage), and migrates older versions. Returns the world, or a sentence that
 * names the first invalid field.
 */
export function parseWorld(value: unknown): Result<World> {
  const migrated = migrate(value);
  if (!migrated.ok) return migrated;
  const parsed = v.safeParse(WorldSchema, migrated.value);
  if (!parsed.success) return { ok: false, message: issueSentence(parsed.issues[0]) };
  const contacts = parsed.output.contacts.flat();
  const messages = parsed.output.messages.flat();
  const world: World = { ...parsed.output, contacts: toChunks(contacts), messages: toChunks(messages) };
  const message =
    twice("accounts", "name", world.accounts, (account) => account.name) ??
    twice("accounts", "phoneNumberId", world.accounts, (account) => account.phoneNumberId) ??
    twice("accounts", "phoneNumber", world.accounts, (account) => account.phoneNumber) ??
    twice("accounts", "token.value", world.accounts, (account) => account.token.value) ??
    twice("contacts", "waId", contacts, (contact) => contact.waId) ??
    twice("templates", "id", world.templates, (template) => template.id) ??
    twice("templates", "name and language", world.templates, (one) => `${one.name} ${one.language}`) ??
    twice("pacing", "templateId", world.pacing, (one) => one.templateId) ??
    twice("pauses", "templateId", world.pauses ?? [], (one) => one.templateId) ??
    twice("messages", "id", messages, (one) => one.id) ??
    missingBody(world) ??
    wrongOrder(parsed.output.messages);
  return message === null ? { ok: true, value: world } : { ok: false, message };
}

/** One issue as `contacts.0.2.waId: Expected …`. */
export function issueSentence(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return `${path ?? "The document"}: ${issue.message}.`;
}

function twice<T>(
  list: string,
  field: string,
  items: readonly T[],
  keyOf: (item: T) => string,
): string | null {
  const seen = new Set<string>();
  for (const item of items) {
    const key = keyOf(item);
    if (seen.has(key)) return `${list}: two have the ${field} "${key}".`;
    seen.add(key);
  }
  return null;
}

function missingBody(world: World): string | null {
  for (const [index, template] of world.templates.entries()) {
    for (const kind of ["HEADER", "BODY", "FOOTER", "BUTTONS"]) {
      const count = template.components.filter((one) => one.type === kind).length;
      if (count > 1) return `templates.${index}.components: more than one ${kind}.`;
      if (kind === "BODY" && count === 0) return `templates.${index}.components: a template needs a BODY.`;
    }
  }
  return null;
}

/** A status never goes back, so a message's times must be in order. */
function wrongOrder(pieces: readonly (readonly Message[])[]): string | null {
  for (const [piece, messages] of pieces.entries()) {
    for (const [index, message] of messages.entries()) {
      const steps = timesOf(message);
      const wrong = steps.findIndex(([, time], at) => time < (steps[at - 1]?.[1] ?? 0));
      const [name] = steps[wrong] ?? [];
      if (name !== undefined) {
        return `messages.${piece}.${index}.${name}: earlier than ${steps[wrong - 1]?.[0]}.`;
      }
    }
  }
  return null;
}

/** A message's times by field, in the order in which they must come. */
function timesOf(message: Message): readonly (readonly [string, number])[] {
  if (message.direction === "inbound") {
    const { receivedAt, readAt } = message;
    return [["receivedAt", receivedAt], ...(readAt === null ? [] : [["readAt", readAt] as const])];
  }
  const { acceptedAt, life } = message;
  if (life.end === "fails")
    return [
      ["acceptedAt", acceptedAt],
      ["life.failedAt", life.failedAt],
    ];
  return [
    ["acceptedAt", acceptedAt],
    ["life.sentAt", life.sentAt],
    ...(life.deliveredAt === null ? [] : [["life.deliveredAt", life.deliveredAt] as const]),
    ...(life.readAt === null ? [] : [["life.readAt", life.readAt] as const]),
  ];
}
