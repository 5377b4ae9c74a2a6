import { FileUp } from "lucide";
import { useRef } from "preact/hooks";
import { Button } from "./button";
import { FileField } from "./file-field";

/** A button that asks for a `.json` file. `label` names the file field: "World file". */
export function ImportButton({ label, onFile }: { readonly label: string; onFile(file: File): void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={FileUp} data-control="import" onClick={() => field.current?.click()}>
        Import…
      </Button>
      <FileField
        field={field}
        label={label}
        accept=".json,application/json"
        onFiles={([file]) => file !== undefined && onFile(file)}
      />
    </>
  );
}
