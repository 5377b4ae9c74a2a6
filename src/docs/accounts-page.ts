import type { Catalog } from "../integrations/catalog";
import { page, table } from "../shared/markdown";
import guide from "./guides/accounts.md?raw";

/** Names of the accounts that scripts can use, by integration; `default` may be among them. */
export interface AccountNames {
  readonly integration: string;
  readonly names: readonly string[];
}

/** The guide on accounts, with those that exist now and the settings an account has. */
export function accountsMarkdown(catalog: Catalog, accounts: readonly AccountNames[]): string {
  return page(
    guide.trim(),
    "## Current accounts",
    ...accounts.map(({ integration, names }) =>
      table(
        ["Account", "Path"],
        [...new Set(["default", ...names])].map((name) => [
          `\`${name}\``,
          `\`app.integrations.${integration}.${name}\``,
        ]),
      ),
    ),
    ...catalog.integrations.flatMap(({ title, accountFields }) => [
      `## Settings of a ${title} account`,
      table(
        ["Setting", "Required", "Description"],
        [
          ["Access token", "yes", "Stored encrypted. Scripts never see it."],
          ...accountFields.map((field) => [
            field.label,
            field.required ? "yes" : "no",
            field.description + (field.default === undefined ? "" : ` Default: \`${field.default}\`.`),
          ]),
        ],
      ),
    ]),
  );
}
