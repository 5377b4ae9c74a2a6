/** A page without its service worker loads later parts from the host, where a newer version may have replaced them. */
import type { NoticesModel } from "../app/notices";

/** Watches for parts of the page that cannot be loaded, and says so when the reason is that the host has another version now. */
export function watchMissingParts(notices: NoticesModel, reload: () => void): void {
  addEventListener("vite:preloadError", () => {
    void replaced().then((is) => {
      if (!is) return;
      notices.show({
        tone: "info",
        lasting: true,
        text: "The playground was updated, so parts of this version can't be loaded anymore. Reload to continue. Your scripts are saved.",
        action: { label: "Reload", run: reload },
      });
    });
  });
}

/** Whether the host's page starts with a different script. `false` if offline, since that can't be known. */
async function replaced(): Promise<boolean> {
  const own = document.querySelector("script[type=module][src]")?.getAttribute("src");
  try {
    const response = await fetch(location.pathname, { cache: "no-store" });
    return own != null && response.ok && !(await response.text()).includes(own);
  } catch {
    return false;
  }
}
