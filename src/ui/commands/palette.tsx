import { BookOpen, FileCode, GraduationCap } from "lucide";
import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import { usePage } from "../page";
import { Icon } from "../parts/icon";
import { show } from "../shell";
import { type Command, keysOf, type PageState } from "./command";
import { COMMANDS } from "./commands";
import { STEP_COMMANDS } from "./step-commands";
import "./palette.css";

/** All commands, scripts, lessons and docs pages in one list to type into: a combobox with its listbox (ARIA APG). */
export function Palette({ onClose }: { onClose(): void }) {
  const page = usePage();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const all = useMemo(() => [...possible(page), ...places(page)], []);
  const found = searchCommands(all, typed);
  const current = Math.min(at, found.length - 1);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector("[aria-selected='true']")?.scrollIntoView({ block: "nearest" });
  }, [current, typed]);

  const choose = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    // After the dialog has closed and returned the focus, which the command may move.
    setTimeout(() => command.run(page));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: current + 1, ArrowUp: current - 1 + found.length }[event.key];
    if (event.key === "Enter") {
      event.preventDefault();
      choose(found[current]);
    } else if (to !== undefined && found.length > 0) {
      event.preventDefault();
      setAt(to % found.length);
    }
  };
  return (
    <>
      <input
        ref={input}
        class="input palette-input"
        type="text"
        role="combobox"
        aria-label="Command"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found.length === 0 ? undefined : `${id}-${current}`}
        placeholder="Type a command, a script, a lesson or a docs page"
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={`${id}-list`} class="palette-list" role="listbox" aria-label="Commands">
        {found.map((command, index) => {
          const keys = keysOf(command);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys arrive at the combobox, which keeps the focus.
            // biome-ignore lint/a11y/useFocusableInteractive: the same; it is named by aria-activedescendant.
            <div
              key={command.id}
              id={`${id}-${index}`}
              class="palette-option"
              role="option"
              aria-selected={index === current}
              onPointerMove={() => setAt(index)}
              onClick={() => choose(command)}
            >
              <Icon node={command.icon} size={14} />
              <span class="palette-title">{command.title}</span>
              {keys === null ? null : <kbd>{keys}</kbd>}
            </div>
          );
        })}
      </div>
      <p class="palette-none" role="status">
        {found.length === 0 ? `Nothing is called “${typed.trim()}”.` : ""}
      </p>
    </>
  );
}

/** A command, or a place to go, with what tells it apart in the list. */
type Entry = Command & { readonly id: string };

function possible(page: PageState): readonly Entry[] {
  return Object.entries<Command>({ ...COMMANDS, ...STEP_COMMANDS })
    .map(([id, command]) => ({ ...command, id }))
    .filter(({ id, when }) => id !== "commands" && (when?.(page) ?? true));
}

/** Places to go: scripts, lessons and docs pages. */
function places({ playground, shell }: PageState): readonly Entry[] {
  const { scripts, lessons, docs } = playground;
  return [
    ...scripts.all.peek().map(({ id, name }) => ({
      id: `script ${id}`,
      title: `Script: ${name}`,
      icon: FileCode,
      run() {
        scripts.select(id);
        show(shell, "code");
        shell.editor.peek()?.focus();
      },
    })),
    ...(lessons.model.peek()?.course.peek().lessons ?? []).map(({ id, title }, index) => ({
      id: `lesson ${id}`,
      title: `Lesson ${index + 1}: ${title}`,
      icon: GraduationCap,
      run() {
        lessons.model.peek()?.open(id);
        show(shell, "lesson");
      },
    })),
    ...docs.pages.peek().map(({ name, title }) => ({
      id: `docs ${name}`,
      title: `Docs: ${title}`,
      icon: BookOpen,
      run: () => docs.open(name),
    })),
  ];
}

/**
 * Returns the commands whose title contains every typed word, whatever its case. Those with words that begin that way come
 * first. Returns all commands if nothing is typed.
 */
export function searchCommands<Item extends { readonly title: string }>(
  commands: readonly Item[],
  typed: string,
): readonly Item[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return commands;
  const ranked = commands.flatMap((command, at) => {
    const title = command.title.toLowerCase();
    if (!words.every((word) => title.includes(word))) return [];
    const starts = title.split(/[^\p{L}\p{N}_]+/u);
    const rank = words.every((word) => starts.some((start) => start.startsWith(word))) ? 0 : 1;
    return [{ command, rank, at }];
  });
  return ranked.sort((a, b) => a.rank - b.rank || a.at - b.at).map(({ command }) => command);
}
