import { effect, untracked } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { PermissionDialog } from "./dialogs/permission-dialog";
import { type Page, usePage } from "./page";
import { lend } from "./shell";

/** What live mode needs beside the page: the question before a call, and the way to a first account. */
export function LiveParts() {
  const page = usePage();
  useEffect(() => offerAccounts(page), []);
  return <PermissionDialog />;
}

/**
 * Live needs an account. If live is switched on without one, shows where to add one. Switching it off again shows the previous
 * view. Returns a function that ends it.
 */
function offerAccounts({ playground, shell }: Page): () => void {
  const { mode, accounts } = playground;
  let looked = false;
  let back = () => {};
  return effect(() => {
    const { kind } = accounts.status.value;
    if (mode.mode.value !== "live") {
      looked = false;
      back();
      back = () => {};
    }
    // Live may be switched on before the accounts are known.
    if (mode.mode.value !== "live" || looked || kind === "loading") return;
    looked = true;
    if (kind === "locked" || accounts.all.peek().length > 0) return;
    back = untracked(() => lend(shell, "accounts"));
  });
}
