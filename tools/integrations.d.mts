import type { Plugin } from "vite";

type Needs = (module: string, importer: string) => boolean;

export declare function integrationsListPlugin(root: string): Plugin;
export declare function integrationPartsPlugin(needs: Needs, options?: { readonly once?: boolean }): Plugin;
export declare function withoutProsePlugin(): Plugin;
export declare const neededInBox: Needs;
export declare const neededOnPage: Needs;
export declare const neededForLanguage: Needs;
export declare const neededInTerminal: Needs;
