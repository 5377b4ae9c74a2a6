/**
 * Keeps every file of this version, so that all but live mode works without a network, and isolates the page on hosts that
 * cannot. A request for anything else passes by untouched. A new version waits until the person asks for it.
 */
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";
import { withIsolation } from "./isolation";
import { TAKE_OVER } from "./messages";

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: readonly { url: string; revision: string | null }[];
};

addPlugins([
  {
    handlerWillRespond: async ({ request, response }) =>
      withIsolation(response, new URL(request.url).pathname),
  },
]);
precacheAndRoute([...self.__WB_MANIFEST], {
  // Only the page reads parameters.
  ignoreURLParametersMatching: [/./],
});
cleanupOutdatedCaches();

self.addEventListener("message", (event) => {
  if (event.data === TAKE_OVER) void self.skipWaiting();
});
// The page that installed it finds its later files kept as well.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
