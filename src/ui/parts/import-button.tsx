import { FileUp } from "lucide";
import { useRef } from "preact/hooks";
import { Button } from "./button";

/** A button that asks for a `.json` file. `label` names the file's field, for screen readers: "World file". */
export function ImportButton({ label, onFile }: { readonly label: string; onFile(file: File): void }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={FileUp} onClick={() => picker.current?.click()}>
        Import…
      </Button>
      <input
        ref={picker}
        type="file"
        class="visually-hidden"
        accept=".json,application/json"
        aria-label={label}
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // So that the same file, mended, can be chosen again.
          event.currentTarget.value = "";
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
