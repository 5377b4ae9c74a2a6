import type { Guide } from "../../catalog";
import { errorsMarkdown } from "./errors-page";
import limits from "./limits.md?raw";
import mockAndLive from "./mock-and-live.md?raw";
import templates from "./templates.md?raw";

/** WhatsApp's guides, in reading order. */
export const guides: readonly Guide[] = [
  { name: "errors", markdown: errorsMarkdown() },
  { name: "templates", markdown: templates },
  { name: "mock-and-live", markdown: mockAndLive },
  { name: "limits", markdown: limits },
];
