/** A name that no other will have. Not `randomUUID`: that one exists on https and localhost only. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => n.toString(36)).join("");
}
