/** The current script, or what its last run gave, onto the clipboard in some form. */
import type { Playground } from "../../app/playground";
import { messageOf } from "../../shared/message-of";
import { copyText } from "../panes/shared/clipboard";

type Forms = typeof import("../../share/copy-as");

/** Gives a command that copies the script in a form of `share/copy-as`; `what` names it in the notice. */
export function copyAs(playground: Playground, form: keyof Forms, what: string): () => void {
  return () =>
    void copy(playground, what, async (script) => {
      const forms: Forms = await import("../../share/copy-as");
      return forms[form](script);
    });
}

/** Copies HTML that shows the script on another site's page, with the simulated world when something has happened in it. */
export function copyEmbed(playground: Playground): Promise<void> {
  const { world } = playground;
  return copy(playground, "an embed; paste it into a page’s HTML", async (script) => {
    const [{ linkFragment }, { embedSnippet }] = await Promise.all([
      import("../../share/link"),
      import("../../share/embed-snippet"),
    ]);
    const shared = { ...script, world: world.pristine.peek() ? null : world.world.peek() };
    const page = new URL("embed.html", new URL(".", location.href)).href;
    return embedSnippet(page, await linkFragment(shared), script.name, script.source);
  });
}

/** Copies the result object of the last run as JSON. */
export function copyResult(playground: Playground): void {
  const last = playground.run.result();
  if (last === null) {
    playground.notices.show({ tone: "info", text: "There is no result yet. Run the script, then copy it." });
    return;
  }
  void copy(playground, "the result object", async () => `${JSON.stringify(last, null, 2)}\n`);
}

/** Copies the last call's request as a `curl` command; its token is a shell variable. */
export function copyCurl(playground: Playground): void {
  const last = playground.run.calls.peek().findLast(({ request }) => request !== null);
  const request = last?.request ?? null;
  if (request === null) {
    playground.notices.show({
      tone: "info",
      text: "There is no request yet. Run a script that makes a call.",
    });
    return;
  }
  void copy(playground, "curl; put the token into its variable", async () => {
    const { toCurl } = await import("../../gateway/live/curl");
    return toCurl(request, last?.group ?? undefined);
  });
}

async function copy(
  playground: Playground,
  what: string,
  make: (script: { readonly name: string; readonly source: string }) => Promise<string>,
): Promise<void> {
  const { notices, scripts } = playground;
  const { name, source } = scripts.current.peek();
  try {
    const text = await make({ name, source });
    if (await copyText(playground, text)) notices.show({ tone: "success", text: `Copied as ${what}.` });
  } catch (error) {
    notices.show({ tone: "error", text: `${name} was not copied (${messageOf(error)}). Try again.` });
  }
}
