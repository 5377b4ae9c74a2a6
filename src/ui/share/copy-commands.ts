/** Commands that copy the current script, its last run or a link to the clipboard. */
import type { WorldState } from "../../integrations/world-simulator";
import { messageOf } from "../../shared/message-of";
import type { PageState } from "../commands/command";
import { copyText } from "../panes/shared/clipboard";
import type { Shell } from "../shell";

type Forms = typeof import("../../share/copy-as");

/** Returns a command that copies the script in a form of `share/copy-as`. `what` names it in the notice. */
export function copyAs(form: keyof Forms, what: string): (page: PageState) => void {
  return (page) =>
    copy(page, what, async (script) => {
      const forms: Forms = await import("../../share/copy-as");
      return forms[form](script);
    });
}

export function copyResult(page: PageState): void {
  const last = page.playground.run.result();
  if (last !== null) copy(page, "JSON", async () => `${await last}\n`);
}

/** Copies the last call's request as a `curl` command. Its token is a shell variable. */
export function copyCurl(page: PageState): void {
  const last = page.playground.run.calls.peek().findLast(({ request }) => request !== null);
  const request = last?.request ?? null;
  if (request !== null)
    copy(
      page,
      "curl",
      async () => {
        const { toCurl } = await import("../../gateway/live/curl");
        return toCurl(request, last?.group ?? undefined);
      },
      " Set its token variable before you run it.",
    );
}

function copy(
  { playground }: PageState,
  what: string,
  make: (script: { readonly name: string; readonly source: string }) => Promise<string>,
  advice = "",
): void {
  const { notices, scripts } = playground;
  const { name, source } = scripts.current.peek();
  const begin = async () => {
    const text = await make({ name, source });
    if (await copyText(notices, text)) notices.success(`Copied as ${what}.${advice}`);
  };
  begin().catch((error: unknown) =>
    notices.error(`Couldn't copy as ${what} (${messageOf(error)}). Try again.`),
  );
}

/** The simulated world, or `null` if nothing has happened in it. */
function changedWorld({ playground: { world } }: PageState): WorldState | null {
  return world.pristine.peek() ? null : world.present();
}

/**
 * Copies a link that carries the current script and, unless `bare`, the simulated world if something has happened in it. If the
 * link would be too long, refuses and offers other ways. Reports the outcome and never rejects.
 */
export async function copyLink(page: PageState, bare = false): Promise<void> {
  const { playground, shell } = page;
  const { scripts, notices } = playground;
  const { name, source } = scripts.current.peek();
  const shared = { name, source, world: bare ? null : changedWorld(page) };
  let url: string;
  try {
    const { LONGEST_LINK, linkFragment } = await import("../../share/link");
    url = new URL(await linkFragment(shared), location.href).href;
    if (url.length > LONGEST_LINK) {
      shell.sharing.value = { kind: "too long", length: url.length, shared };
      return;
    }
  } catch (error) {
    notices.error(`Couldn't copy ${name} as a link: ${messageOf(error)}.`);
    return;
  }
  if (!(await putLink(shell, url))) return;
  if (shared.world === null) {
    notices.success(`Link copied (${name} only).`);
    return;
  }
  notices.success(`Link copied (${name} and its world).`, {
    label: "Copy without the world",
    run: () => void copyLink(page, true),
  });
}

/** Copies a link to the open lesson and says so. Does nothing before the lessons have been loaded. */
export async function copyLessonLink({ playground, shell }: PageState): Promise<void> {
  const model = playground.lessons.model.peek();
  if (model === null) return;
  const { url, fromFile } = model.link();
  if (!(await putLink(shell, url))) return;
  playground.notices.success(
    fromFile
      ? "Link copied. Recipients must open the course first, so share its file too."
      : "Link to this lesson copied.",
  );
}

/** Copies a link that carries the learner's answer to the open lesson: the lesson's id and the code, no verdict. */
export async function copyAnswer({ playground, shell }: PageState): Promise<void> {
  const { lessons, notices } = playground;
  const model = lessons.model.peek();
  const script = model?.script.peek() ?? null;
  if (model === null || script === null) return;
  const shared = { name: script.name, source: script.source, world: null };
  let url: string;
  try {
    const { LONGEST_LINK, linkFragment } = await import("../../share/link");
    url = model.link().url + (await linkFragment(shared));
    if (url.length > LONGEST_LINK) {
      shell.sharing.value = { kind: "too long", length: url.length, shared };
      return;
    }
  } catch (error) {
    notices.error(`Couldn't copy your answer: ${messageOf(error)}.`);
    return;
  }
  if (await putLink(shell, url)) {
    notices.success("Link to your answer copied (the lesson and your code, nothing else).");
  }
}

/** Returns whether the link is on the clipboard. If copying is refused, shows the link to copy by hand. */
async function putLink(shell: Shell, url: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(url);
    return true;
  } catch {
    shell.sharing.value = { kind: "link", url };
    return false;
  }
}
