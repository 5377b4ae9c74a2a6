import type { Shell } from "../shell";

/** Puts a link on the clipboard and gives whether it is there; where copying is refused, the link is shown to be copied by hand. */
export async function putLink(shell: Shell, url: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(url);
    return true;
  } catch {
    shell.sharing.value = { kind: "link", url };
    return false;
  }
}
