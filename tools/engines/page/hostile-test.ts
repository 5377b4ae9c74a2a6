import { CHANNEL } from "../../../tests/support/hostile-js";
import { probeBox } from "../../box/hostile";

/** Lays out secrets in the page's origin, runs hostile JavaScript in the box; says what it reached, null when nothing. */
export async function hostileProblem(target: string): Promise<string | null> {
  await leaveSecrets();
  const heard: string[] = [];
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => {
    heard.push("a broadcast");
    channel.postMessage("the page answers");
  };
  const results = await probeBox(target);
  channel.close();
  const reached = results
    .filter((probe) => probe.reached !== null)
    .map((probe) => `${probe.name}: ${probe.reached}`);
  if (results.length === 0) return "No probe ran.";
  return reached.length + heard.length === 0 ? null : `Reached: ${[...reached, ...heard].join("; ")}.`;
}

/** Something to find in each storage of the page's own origin. */
async function leaveSecrets(): Promise<void> {
  localStorage.setItem("secret", "page");
  // biome-ignore lint/suspicious/noDocumentCookie: WebKit and Firefox ESR have no Cookie Store.
  document.cookie = "secret=page";
  await caches.open("secret");
  await new Promise((resolve, reject) => {
    const request = indexedDB.open("secret");
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
}
