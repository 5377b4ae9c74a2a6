import { messageOf } from "../../shared/message-of";
import type { PageState } from "../commands/command";
import type { Stepping } from "./stepping-state";

/** Loads steps and breakpoints when they are first wanted, then does something with them. Says what failed. */
export async function withStepping(
  page: PageState,
  act: (stepping: Stepping) => unknown = () => {},
): Promise<void> {
  const { stepping } = page.shell;
  try {
    const { startStepping } = await import("./stepping");
    stepping.value ??= startStepping(page);
    await act(stepping.value);
  } catch (error) {
    page.playground.notices.error(
      `Steps and breakpoints could not be loaded (${messageOf(error)}). Check the connection, then try again.`,
    );
  }
}
