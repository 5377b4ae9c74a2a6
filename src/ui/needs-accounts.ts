import type { PageState } from "./commands/command";

/** Whether accounts have a tab: in live mode, for people with accounts, and on request. Mock needs none. */
export function needsAccounts({ playground, shell }: PageState): boolean {
  const { mode, accounts } = playground;
  return mode.mode.value === "live" || accounts.all.value.length > 0 || shell.tab.value === "accounts";
}
