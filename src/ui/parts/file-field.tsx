import type { RefObject } from "preact";

interface FieldProps {
  /** Call its `click()` to open it. */
  readonly field: RefObject<HTMLInputElement | null>;
  /** Names the field for screen readers. */
  readonly label: string;
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Asks for a folder with all its contents. */
  readonly folder?: boolean;
  onFiles(files: readonly File[]): void;
}

export function FileField({ field, label, folder = false, onFiles, ...rest }: FieldProps) {
  return (
    <input
      {...rest}
      {...(folder ? { webkitdirectory: true } : {})}
      ref={field}
      type="file"
      hidden
      aria-label={label}
      onChange={(event) => {
        const files = Array.from(event.currentTarget.files ?? []);
        // So the same file can be chosen again once corrected.
        event.currentTarget.value = "";
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
