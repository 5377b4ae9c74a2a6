import { Ellipsis, X } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import type { SavedScript } from "../../app/scripts";
import { usePage, usePlayground } from "../page";
import { download, LUA_FILE } from "../parts/download";
import { Menu, type MenuProps } from "../parts/menu";

/** Explains what a preview is. */
export const PREVIEW_TITLE = "A preview of an example. It becomes a script when you edit it.";

/** A script in the list, or the preview: select, rename in place (F2), and a menu for the rest. */
export function ScriptRow({ script, onSelected }: { script: SavedScript; onSelected(): void }) {
  const { playground, shell } = usePage();
  const { scripts } = playground;
  const current = script.id === scripts.current.value.id;
  const rename = () => {
    shell.renaming.value = script.id;
  };
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current) button.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const preview = script === scripts.preview.value;
  const remove = () => scripts.remove(script.id);
  if (shell.renaming.value === script.id) {
    const done = (byKey: boolean) => {
      shell.renaming.value = null;
      if (byKey) requestAnimationFrame(() => button.current?.focus());
    };
    return <RenameField script={script} onDone={done} />;
  }
  const items: MenuProps["items"] = preview
    ? [
        { label: "Keep as a script", icon: "Pin", run: scripts.keepPreview },
        { label: "Close the preview", icon: X, run: remove },
      ]
    : [
        { label: "Rename", icon: "Pencil", run: rename },
        { label: "Duplicate", icon: "Copy", run: () => scripts.duplicate(script.id) },
        {
          label: "Export .lua",
          icon: "Download",
          run: () => download(script.name, LUA_FILE, script.source),
        },
        ...(script.original === undefined || script.original === script.source
          ? []
          : [
              {
                label: "Reset to example",
                icon: "RotateCcw" as const,
                run: () => scripts.resetToExample(script.id),
              },
            ]),
        { label: "Delete", icon: "Trash", danger: true, run: remove },
      ];
  return (
    <li class={`script-row${current ? " is-current" : ""}${preview ? " is-preview" : ""}`}>
      <button
        ref={button}
        type="button"
        class="row-main"
        title={preview ? PREVIEW_TITLE : script.name}
        {...(preview ? { "aria-description": PREVIEW_TITLE } : {})}
        {...(current ? { "aria-current": "true" as const } : {})}
        onClick={() => {
          scripts.select(script.id);
          onSelected();
        }}
        onDblClick={preview ? scripts.keepPreview : rename}
        onKeyDown={(event) => {
          if (event.key === "F2") rename();
          if (event.key === "Delete") remove();
        }}
      >
        {script.name}
      </button>
      <Menu class="row-menu" label={`More for ${script.name}`} icon={Ellipsis} items={items} />
    </li>
  );
}

interface RenameProps {
  readonly script: SavedScript;
  /** `byKey`: the focus has not moved elsewhere yet. */
  onDone(byKey: boolean): void;
}

function RenameField({ script, onDone }: RenameProps) {
  const { scripts } = usePlayground();
  const [problem, setProblem] = useState<string | null>(null);
  const over = useRef(false);
  const commit = (typed: string, leaving: boolean) => {
    if (over.current) return;
    const wrong = scripts.rename(script.id, typed);
    setProblem(wrong);
    if (wrong !== null && !leaving) return;
    over.current = true;
    onDone(!leaving);
  };
  return (
    <li class="script-row is-renaming">
      <input
        class="input"
        aria-label={`New name for ${script.name}`}
        aria-invalid={problem !== null}
        aria-describedby={`rename-${script.id}`}
        spellcheck={false}
        defaultValue={script.name}
        ref={(field) => {
          if (field === null || document.activeElement === field) return;
          field.focus();
          field.setSelectionRange(0, script.name.replace(/\.lua$/i, "").length);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit(event.currentTarget.value, false);
          if (event.key === "Escape") {
            over.current = true;
            onDone(true);
          }
        }}
        onBlur={(event) => commit(event.currentTarget.value, true)}
      />
      <p
        id={`rename-${script.id}`}
        class="field-error"
        role="alert"
        ref={(text) => {
          if (problem !== null) text?.scrollIntoView({ block: "nearest" });
        }}
      >
        {problem}
      </p>
    </li>
  );
}
