import { Braces, ClipboardCopy, CodeXml, FileText, SquareTerminal, Wrench } from "lucide";
import type { Playground } from "../../app/playground";
import { copyText } from "../panes/shared/clipboard";
import { Menu, type MenuItem } from "../parts/menu";

type Forms = typeof import("../../share/copy-as");
type ScriptForm = keyof Forms;

/** The commands that put the current script, or what its last run gave, on the clipboard in some form. */
export function copyAsItems(playground: Playground): readonly MenuItem[] {
  const { notices, run, scripts, world } = playground;
  const copied = async (what: string, text: string) => {
    if (await copyText(playground, text)) notices.show({ tone: "success", text: `Copied as ${what}.` });
  };
  const script = (form: ScriptForm, what: string) => async () => {
    const { name, source } = scripts.current.peek();
    try {
      const forms: Forms = await import("../../share/copy-as");
      await copied(what, forms[form]({ name, source }));
    } catch (error) {
      notices.show({ tone: "error", text: `${name} was not copied (${String(error)}). Try again.` });
    }
  };
  const result = () => {
    const last = run.result();
    if (last === null) {
      notices.show({ tone: "info", text: "There is no result yet. Run the script, then copy it." });
      return;
    }
    void copied("the result object", `${JSON.stringify(last, null, 2)}\n`);
  };
  const embed = async () => {
    const { name, source } = scripts.current.peek();
    try {
      const [{ linkFragment }, { embedSnippet }] = await Promise.all([
        import("../../share/link"),
        import("../../share/embed-snippet"),
      ]);
      const fragment = await linkFragment({
        name,
        source,
        world: world.pristine.peek() ? null : world.world.peek(),
      });
      const page = new URL("embed.html", new URL(".", location.href)).href;
      await copied("an embed; paste it into a page’s HTML", embedSnippet(page, fragment, name, source));
    } catch (error) {
      notices.show({ tone: "error", text: `${name} was not copied (${String(error)}). Try again.` });
    }
  };
  return [
    { label: "Copy as Markdown", icon: FileText, run: script("asMarkdown", "Markdown") },
    { label: "Copy as execute_lua call", icon: Wrench, run: script("asToolCall", "an execute_lua call") },
    { label: "Copy as command line", icon: SquareTerminal, run: script("asCommandLine", "a command line") },
    { label: "Copy as embed (HTML)", icon: CodeXml, run: embed },
    { label: "Copy result as JSON", icon: Braces, run: result },
  ];
}

/** A menu of these commands. */
export function CopyAsMenu({ playground }: { playground: Playground }) {
  return <Menu label="Copy as…" icon={ClipboardCopy} items={copyAsItems(playground)} />;
}
