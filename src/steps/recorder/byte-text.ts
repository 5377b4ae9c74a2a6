/** Lua's strings are bytes. Here they are texts of one character per byte, which compare and join as Lua's do. */

/** Bytes as a text of one character each. */
export function byteText(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** A text's UTF-8. */
export function utf8Text(text: string): string {
  return byteText(new TextEncoder().encode(text));
}

/** The text whose UTF-8 these bytes are; what is invalid is replaced. */
export function fromUtf8Text(bytes: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
  );
}
