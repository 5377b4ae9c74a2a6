import type { PermissionRequest } from "../../app/permissions";

/** What the permission dialog says. */
export interface PermissionWords {
  readonly title: string;
  readonly once: string;
  readonly run: string;
  readonly deny: string;
}

/** The words for a request: a write is sent, a read is allowed. */
export function permissionWords({ kind, functionName, account }: PermissionRequest): PermissionWords {
  return kind === "write"
    ? {
        title: `Send with the account “${account}”?`,
        once: "Send",
        run: "Send all in this run",
        deny: "Don't send",
      }
    : {
        title: `Allow ${functionName} with the account “${account}”?`,
        once: "Allow",
        run: "Allow all reads in this run",
        deny: "Don't allow",
      };
}
