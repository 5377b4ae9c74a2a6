/** Parts of Monaco that `comparison.ts` takes by themselves. Monaco describes only its whole. */

declare module "monaco-editor/editor/browser/widget/diffEditor/diffEditorWidget" {
  import type { editor } from "monaco-editor/editor";

  /** Made by Monaco's services only. */
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

  /** Makes what needs services. */
  export const IInstantiationService: Key<{
    createInstance<A extends readonly unknown[], T>(made: abstract new (...args: A) => T, ...args: A): T;
  }>;
}

declare module "monaco-editor/editor/standalone/common/standaloneTheme" {
  import type { IDisposable } from "monaco-editor/editor";
  import type { Key } from "monaco-editor/platform/instantiation/common/instantiation";

  /** The theme's colours as rules, in the document that an element is in. */
  export const IStandaloneThemeService: Key<{ registerEditorContainer(host: HTMLElement): IDisposable }>;
}
