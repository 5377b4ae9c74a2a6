import type { PageState } from "./commands/command";

/** Whether the accounts have a tab. Mock needs none: it is there in live mode, for people with accounts, and when asked for. */
export function needsAccounts({ playground, shell }: PageState): boolean {
  const { mode, accounts } = playground;
  return mode.mode.value === "live" || accounts.all.value.length > 0 || shell.tab.value === "accounts";
}
