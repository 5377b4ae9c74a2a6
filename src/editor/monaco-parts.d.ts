/** Parts of Monaco that are imported separately. Monaco has types only for the whole. */

declare module "monaco-editor/editor/browser/widget/diffEditor/diffEditorWidget" {
  import type { editor } from "monaco-editor/editor";

  /** Only Monaco's services can create it. */
  export const DiffEditorWidget: abstract new (
    host: HTMLElement,
    options: editor.IDiffEditorConstructionOptions,
    inner: object,
  ) => editor.IDiffEditor;
}

declare module "monaco-editor/editor/standalone/browser/standaloneServices" {
  /** Monaco's services, by their keys. */
  export const StandaloneServices: {
    get<T>(key: import("monaco-editor/platform/instantiation/common/instantiation").Key<T>): T;
  };
}

declare module "monaco-editor/platform/instantiation/common/instantiation" {
  /** The key of a service. */
  export interface Key<T> {
    readonly type: T;
  }

  /** Creates instances that need services. */
  export const IInstantiationService: Key<{
    createInstance<A extends readonly unknown[], T>(made: abstract new (...args: A) => T, ...args: A): T;
  }>;
}

declare module "monaco-editor/platform/storage/common/storage" {
  import type { Key } from "monaco-editor/platform/instantiation/common/instantiation";

  /** What Monaco remembers for its widgets, in memory only. */
  export const IStorageService: Key<{ store(key: string, value: string, scope: 0, target: 1): void }>;
}

declare module "monaco-editor/editor/standalone/common/standaloneTheme" {
  import type { IDisposable } from "monaco-editor/editor";
  import type { Key } from "monaco-editor/platform/instantiation/common/instantiation";

  /** Adds the theme's colours as CSS rules to an element's document. */
  export const IStandaloneThemeService: Key<{ registerEditorContainer(host: HTMLElement): IDisposable }>;
}

declare module "monaco-editor/editor/contrib/suggest/browser/suggestController" {
  import type { editor, IEvent, languages } from "monaco-editor/editor";

  /** An item as it is listed. `word`: what is typed in the place where it would go. */
  interface ListedItem {
    readonly word?: string;
    readonly completion: languages.CompletionItem;
  }

  /** The list of completions of an editor. */
  export const SuggestController: {
    get(of: editor.IStandaloneCodeEditor): {
      cancelSuggestWidget(): void;
      /** `items`: those that fit what is typed. `auto`: nobody asked for the list. */
      readonly model: {
        readonly onDidSuggest: IEvent<{
          readonly completionModel: { readonly items: readonly ListedItem[] };
          readonly triggerOptions: { readonly auto: boolean };
        }>;
      };
    } | null;
  };
}
