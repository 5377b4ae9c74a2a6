import { Copy, Plus, Trash2 } from "lucide";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Playground } from "../../../app/playground";
import { Button, IconButton } from "../../../ui/parts/button";
import type { Choice, Fields } from "../../../ui/parts/form/fields";
import { Form } from "../../../ui/parts/form/form";
import type { Reading } from "../../../ui/parts/form/read-form";
import type { World } from "../simulator/page";
import type { WhatsAppWorld } from "../use-world";
import { type OpenForm, turnTo } from "./editor-state";
import { ShortList } from "./short-list";

/** What the editor knows about contacts, templates or faults. `T` is what the form changes. */
export interface ItemKind<Item, T> {
  readonly noun: string;
  /** Shown above the list: what such items are for, if their name does not say. */
  readonly purpose?: string;
  /** Shown beside the list while no form is open. */
  readonly about: string;
  readonly none: string;
  all(world: World): readonly Item[];
  idOf(item: Item, at: number): string;
  name(item: Item): string;
  /** The item in a sentence: `Remove …`. */
  spoken(item: Item): string;
  note(item: Item, world: World): ComponentChildren;
  /** The text that the search field searches, and its placeholder. */
  readonly search?: { readonly placeholder: string; textOf(item: Item): string };
  readonly filters?: readonly Filter<Item>[];
  /** The current item, for forms that stay open while the world changes. */
  find?(world: World, id: string): Item | undefined;
  /** A form's initial value. `null` for a new item. */
  begin(world: World, item: Item | null): T;
  /** The initial value of a form that makes a copy. */
  copy?(world: World, item: Item): T;
  title(start: T, id: string | null): string;
  fields(world: World, id: string | null): Fields<T>;
  readonly head?: (reading: Reading<T>) => ComponentChildren;
  readonly aside?: (reading: Reading<T>) => ComponentChildren;
  readonly actions?: (reading: Reading<T>) => ComponentChildren;
  /** The world with the value in place of the item `id`, or inserted at `at`. */
  put(world: World, value: T, id: string | null, at?: number): World;
  remove(world: World, id: string): World;
  /** Whether removing one item closes the form of another. */
  closes?(open: string, removed: string): boolean;
}

interface Filter<Item> {
  readonly label: string;
  options(items: readonly Item[]): readonly Choice<string>[];
  of(item: Item): string;
}

/**
 * Returns the items that match the search text and filters. Spaces and case in the text are ignored.
 *
 * @internal
 */
export function filterItems<Item, T>(
  { search, filters = [] }: Pick<ItemKind<Item, T>, "search" | "filters">,
  items: readonly Item[],
  text: string,
  chosen: Readonly<Record<string, string>>,
): readonly Item[] {
  const plain = (words: string) => words.toLowerCase().replaceAll(/\s/g, "");
  return items.filter(
    (item) =>
      plain(search?.textOf(item) ?? "").includes(plain(text)) &&
      filters.every(({ label, of }) => (chosen[label] ?? "") === "" || of(item) === chosen[label]),
  );
}

/** `item` in place of another, or inserted at `at` if there is none. */
export function placed<T>(items: readonly T[], item: T, place: number, at = items.length): readonly T[] {
  return items[place] === undefined ? items.toSpliced(at, 0, item) : items.with(place, item);
}

interface Props<Item, T> {
  readonly playground: Playground;
  readonly model: WhatsAppWorld;
  readonly world: World;
  readonly kind: ItemKind<Item, T>;
  readonly form: OpenForm<T>;
}

/** A list beside the form of one of its items. On narrow pages the form takes the list's place. */
export function ItemsSection<Item, T>({ playground, model, world, kind, form }: Props<Item, T>) {
  const { noun, copy } = kind;
  const { notices } = playground;
  const items = useMemo(() => kind.all(world), [world.contacts, world.templates, world.faults]);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const opened = form.value;
  const openId = opened?.id ?? null;
  const known = openId === null ? undefined : kind.find?.(world, openId);
  const side = useFocusBack(opened !== null);

  const open = (id: string | null, start: T) => turnTo(form, { id, start, typed: {} }, notices);
  const remove = (item: Item, id: string) => {
    const before = kind.begin(world, item);
    const at = items.indexOf(item);
    const wrong = model.edit((now) => kind.remove(now, id));
    if (wrong !== null) return notices.error(`Couldn't remove the ${noun}. ${wrong}`);
    if (openId !== null && (kind.closes?.(openId, id) ?? openId === id)) form.value = null;
    notices.info(`Removed ${kind.spoken(item)}.`, {
      label: "Undo",
      run() {
        const refused = model.edit((now) => kind.put(now, before, null, at));
        if (refused !== null) notices.error(`Couldn't restore the ${noun}. ${refused}`);
      },
    });
  };
  const shown = filterItems(kind, items, text, chosen);
  return (
    <div class="world-two" data-open={opened !== null}>
      <div {...side} class="world-side">
        {kind.purpose !== undefined && <p class="note world-purpose">{kind.purpose}</p>}
        <div class="form-actions">
          {kind.search === undefined ? null : (
            <input
              class="input"
              type="search"
              aria-label={`Filter ${noun}s`}
              placeholder={kind.search.placeholder}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          )}
          <Button icon={Plus} data-control="add" onClick={() => open(null, kind.begin(world, null))}>
            Add {noun}
          </Button>
          {kind.filters?.map(({ label, options }) => (
            <select
              key={label}
              class="select"
              aria-label={label}
              value={chosen[label] ?? ""}
              onChange={(event) => setChosen({ ...chosen, [label]: event.currentTarget.value })}
            >
              <option value="">{label}</option>
              {options(items).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          ))}
        </div>
        {shown.length === 0 ? (
          <p class="placeholder">{items.length === 0 ? kind.none : `No ${noun}s match the filter.`}</p>
        ) : (
          <ShortList key={JSON.stringify([text, chosen])} label={`${noun}s`} items={shown}>
            {(item) => {
              const id = kind.idOf(item, items.indexOf(item));
              return (
                <li key={id} class="world-item" data-current={openId === id}>
                  <button
                    type="button"
                    class="world-open"
                    aria-pressed={openId === id}
                    onClick={() => open(id, kind.begin(world, item))}
                  >
                    <strong>{kind.name(item)}</strong>
                    <span class="note">{kind.note(item, world)}</span>
                  </button>
                  {copy === undefined ? null : (
                    <IconButton
                      icon={Copy}
                      label={`Duplicate ${kind.spoken(item)}`}
                      onClick={() => open(null, copy(world, item))}
                    />
                  )}
                  <IconButton
                    icon={Trash2}
                    label={`Remove ${kind.spoken(item)}`}
                    onClick={() => remove(item, id)}
                  />
                </li>
              );
            }}
          </ShortList>
        )}
      </div>
      <div class="world-main">
        {opened === null ? (
          <p class="placeholder">{kind.about}</p>
        ) : (
          <Form
            key={openId ?? "new"}
            title={kind.title(opened.start, openId)}
            fields={kind.fields(world, openId)}
            start={known === undefined ? opened.start : kind.begin(world, known)}
            typed={opened.typed}
            isNew={openId === null}
            autofocus
            submit={openId === null ? `Add ${noun}` : "Save"}
            head={kind.head}
            aside={kind.aside}
            actions={kind.actions}
            onTyped={(typed) => {
              form.value = { ...opened, typed };
            }}
            onSave={(value) => {
              const wrong = model.edit((now) => kind.put(now, value, openId));
              if (wrong !== null) return `Couldn't save the ${noun}. ${wrong}`;
              form.value = null;
              return null;
            }}
            onCancel={() => turnTo(form, null, notices)}
          />
        )}
      </div>
    </div>
  );
}

/** Puts the focus back to where it last was in the list when the form closes. */
function useFocusBack(isOpen: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  const opener = useRef<EventTarget | null>(null);
  const was = useRef(isOpen);
  useLayoutEffect(() => {
    const closed = was.current && !isOpen;
    was.current = isOpen;
    if (!closed) return;
    const last = opener.current instanceof HTMLElement && opener.current.isConnected ? opener.current : null;
    (last ?? ref.current?.querySelector<HTMLElement>("input, button"))?.focus();
  }, [isOpen]);
  return {
    ref,
    onFocusIn(event: FocusEvent) {
      opener.current = event.target;
    },
  };
}
