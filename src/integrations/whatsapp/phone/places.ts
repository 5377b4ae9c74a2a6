import { isWorld } from "../simulator/page";
import { nameOf } from "./conversations";

/** Names the chats of a world for the palette: `Chat: Maya Torres`, with the customer's number as key. */
export function places(world: unknown): readonly { readonly title: string; readonly key: string }[] {
  if (!isWorld(world)) return [];
  return world.contacts.flat().map((contact) => ({
    title: `Chat: ${nameOf(contact, contact.waId)}`,
    key: contact.waId,
  }));
}
