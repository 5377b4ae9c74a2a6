import { useEffect, useId, useRef, useState } from "preact/hooks";
import { PLAIN_ONLY } from "../../editor/editor";
import { usePage } from "../page";
import { Icon } from "../parts/icon";
import { focusView } from "../regions";
import { keysOf } from "./command";
import "./palette.css";
import { paletteEntries } from "./palette-entries";
import { type Entry, searchCommands } from "./palette-search";

/** Entries drawn at first, more than fit into the list. The rest are drawn when it is scrolled: drawing them all takes longer than searching. */
const FIRST = 30;

interface PaletteProps {
  onClose(): void;
  /** Returns the keys that were pressed before the palette was there (`KeyboardEvent.key`). */
  takeEarly(): readonly string[];
}

/** Everything the page can do or open, in one searchable list: a combobox with its listbox (ARIA APG). */
export function Palette({ onClose, takeEarly }: PaletteProps) {
  const page = usePage();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const [drawn, setDrawn] = useState(FIRST);
  const [all, setAll] = useState<readonly Entry[] | null>(null);
  // Enter may be pressed before the list has loaded.
  const entered = useRef(false);
  const found = searchCommands(all ?? [], typed);
  const current = Math.min(at, found.length - 1);
  useEffect(() => {
    // On a phone the keyboard would cover the list.
    if (!matchMedia(PLAIN_ONLY).matches) input.current?.focus();
    const early = takeEarly();
    setTyped((now) => typedBy(early) + now);
    entered.current ||= early.includes("Enter");
    void paletteEntries(page).then((entries) => {
      setAll(entries);
      if (entered.current) choose(searchCommands(entries, input.current?.value ?? "")[0]);
    });
  }, []);
  useEffect(() => {
    list.current?.querySelector("[aria-selected='true']")?.scrollIntoView({ block: "nearest" });
  }, [current, typed]);

  const choose = (command: Entry | undefined) => {
    if (command === undefined) return;
    onClose();
    void page.playground.notices.attempt(`complete “${command.title}”`, async () => {
      await command.run(page);
    });
    // Once it is visible.
    requestAnimationFrame(() => focusView(page.shell.view.peek()));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: current + 1, ArrowUp: current - 1 + found.length }[event.key];
    if (event.key === "Enter") {
      event.preventDefault();
      if (all === null) entered.current = true;
      else choose(found[current]);
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
        placeholder="Search commands, scripts, examples, docs, lessons and chats"
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
          setDrawn(FIRST);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={`${id}-list`}
        class="palette-list"
        role="listbox"
        aria-label="Commands"
        onScroll={() => setDrawn(Number.POSITIVE_INFINITY)}
      >
        {found.slice(0, Math.max(drawn, current + 1)).map((command, index) => {
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
              aria-setsize={found.length}
              aria-posinset={index + 1}
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
        {found.length === 0 && all !== null ? `No results for “${typed.trim()}”.` : ""}
      </p>
    </>
  );
}

/** The text that keys have typed. */
function typedBy(keys: readonly string[]): string {
  return keys.reduce((text, key) => {
    if (key === "Backspace") return text.slice(0, -1);
    return key.length === 1 ? text + key : text;
  }, "");
}
