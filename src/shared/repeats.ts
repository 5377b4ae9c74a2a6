/** Whether an explanation only says again what a message says, whatever quotes each puts around its names. */
export function repeats(message: string, explanation: string): boolean {
  const plain = (text: string) => text.replace(/["'`]/g, "");
  return plain(message).includes(plain(explanation));
}
