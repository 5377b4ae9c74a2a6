/**
 * Hostile JavaScript for the box's worker: what someone could try who has broken out of the Lua VM. Each probe is the text
 * of an async function body that returns what it reached as a string, or null; raising counts as blocked. Probes that
 * cannot see their own success (a beacon, a broadcast) are watched from outside: no request may arrive at the target
 * server, and no message on `CHANNEL` at the page.
 */
interface HostileProbe {
  readonly name: string;
  readonly body: string;
}

/** Broadcast channel on which a probe shouts; the page listens and must hear nothing. */
export const CHANNEL = "hostile";

/** Longest time a probe may take; one that has neither succeeded nor failed by then reached nothing. */
const PROBE_MS = 3000;

/**
 * The probes against a server.
 *
 * @param target a server's address with a slash at its end; it answers any request with CORS allowed and counts them
 */
export function hostileProbes(target: string): readonly HostileProbe[] {
  const url = (name: string) => JSON.stringify(`${target}${name}`);
  const socket = JSON.stringify(target.replace(/^http/, "ws"));
  return [
    { name: "fetch", body: `return (await fetch(${url("fetch")})).type;` },
    { name: "fetch, no-cors", body: `return (await fetch(${url("no-cors")}, { mode: "no-cors" })).type;` },
    {
      name: "fetch, keepalive POST",
      body: `return (await fetch(${url("keepalive")}, { method: "POST", body: "x", keepalive: true })).type;`,
    },
    {
      name: "XMLHttpRequest",
      body: `const x = new XMLHttpRequest(); x.open("GET", ${url("xhr")}, false); x.send(); return "status " + x.status;`,
    },
    {
      name: "WebSocket",
      body: `const s = new WebSocket(${socket});
return await new Promise((yes, no) => { s.onopen = () => yes("open"); s.onerror = () => no(new Error("closed")); });`,
    },
    {
      name: "EventSource",
      body: `const s = new EventSource(${url("events")});
return await new Promise((yes, no) => { s.onopen = () => yes("open"); s.onerror = () => { s.close(); no(new Error("closed")); }; });`,
    },
    {
      name: "WebTransport",
      body: `const t = new WebTransport(${JSON.stringify(target.replace(/^http:/, "https:"))}); await t.ready; return "ready";`,
    },
    { name: "sendBeacon", body: `return navigator.sendBeacon(${url("beacon")}, "x") ? "queued" : null;` },
    { name: "importScripts", body: `importScripts(${url("script.js")}); return "loaded";` },
    {
      name: "importScripts, data",
      body: `importScripts("data:text/javascript,self.imported=1"); return (await fetch(${url("after-import")})).type;`,
    },
    { name: "import()", body: `await import(${url("module.js")}); return "loaded";` },
    {
      name: "nested worker from the network",
      body: `const w = new Worker(${url("worker.js")});
return await new Promise((yes, no) => { w.onmessage = () => yes("ran"); w.onerror = () => no(new Error("blocked")); });`,
    },
    {
      name: "network from a nested worker",
      body: `const source = "fetch(" + JSON.stringify(${url("nested")}) + ").then((r) => postMessage(r.type), () => postMessage(null))";
const w = new Worker("data:text/javascript," + encodeURIComponent(source));
return await new Promise((yes, no) => { w.onmessage = (e) => yes(e.data); w.onerror = () => no(new Error("blocked")); });`,
    },
    {
      name: "fetch of a request with a body that streams",
      body: `const r = new Request(${url("stream")}, { method: "POST", body: new Blob(["x"]).stream(), duplex: "half" }); return (await fetch(r)).type;`,
    },
    {
      name: "fetch, cached",
      body: `return (await fetch(${url("cached")}, { cache: "only-if-cached", mode: "same-origin" })).type;`,
    },
    {
      name: "cache of a request",
      body: `const c = await caches.open("hostile"); await c.add(${url("cache")}); return "added";`,
    },
    {
      name: "XMLHttpRequest, later",
      body: `return await new Promise((yes, no) => { const x = new XMLHttpRequest(); x.onload = () => yes("loaded"); x.onerror = () => no(new Error("blocked")); x.open("POST", ${url("xhr-later")}); x.send("x"); });`,
    },
    {
      name: "font from the network",
      body: `const f = new FontFace("x", "url(" + ${url("font.woff2")} + ")"); await f.load(); return "loaded";`,
    },
    {
      name: "WebAssembly from the network",
      body: `await WebAssembly.compileStreaming(fetch(${url("module.wasm")})); return "compiled";`,
    },
    {
      name: "shared worker",
      body: `const w = new SharedWorker(${url("shared.js")});
return await new Promise((yes, no) => { w.port.onmessage = () => yes("ran"); w.onerror = () => no(new Error("blocked")); });`,
    },
    {
      name: "module worker that imports",
      body: `const w = new Worker("data:text/javascript," + encodeURIComponent("import " + JSON.stringify(${url("import.js")}) + "; postMessage(1)"), { type: "module" });
return await new Promise((yes, no) => { w.onmessage = () => yes("ran"); w.onerror = () => no(new Error("blocked")); });`,
    },
    {
      name: "worker from a blob that imports",
      body: `const w = new Worker(URL.createObjectURL(new Blob(["importScripts(" + JSON.stringify(${url("blob-import.js")}) + "); postMessage(1)"])));
return await new Promise((yes, no) => { w.onmessage = () => yes("ran"); w.onerror = () => no(new Error("blocked")); });`,
    },
    {
      name: "service worker of its own",
      body: `await navigator.serviceWorker.register(${url("sw.js")}); return "registered";`,
    },
    {
      name: "push",
      body: `return String(await registration.pushManager.subscribe({ userVisibleOnly: true }));`,
    },
    {
      name: "lock of the page's",
      body: `return await navigator.locks.request("hostile", { ifAvailable: true }, () => "held");`,
    },
    {
      name: "addresses of what the page loaded",
      body: `const names = performance.getEntriesByType("resource").map((each) => each.name).filter((name) => /^https?:/.test(name) && !name.startsWith(${JSON.stringify(target)})); return names.join() || null;`,
    },
    { name: "its own address", body: `return /^https?:/.test(location.href) ? location.href : null;` },
    {
      name: "RTCPeerConnection",
      body: `const c = new RTCPeerConnection(); c.createDataChannel("x"); await c.setLocalDescription(); return "offered";`,
    },
    { name: "eval", body: `return String((0, eval)("1 + 1"));` },
    { name: "Function", body: `return String(new Function("return 1 + 1")());` },
    {
      name: "Function through a constructor",
      body: `return String((async () => {}).constructor("return 1")());`,
    },
    {
      name: "setTimeout with text",
      body: `setTimeout("self.timed = 1", 0); await later(50); return self.timed ? "ran" : null;`,
    },
    {
      name: "indexedDB",
      body: `return await new Promise((yes, no) => {
  const r = indexedDB.open("hostile"); r.onsuccess = () => yes("opened"); r.onerror = () => no(r.error);
});`,
    },
    {
      name: "indexedDB names",
      body: `const all = await indexedDB.databases(); return all.length > 0 ? JSON.stringify(all) : null;`,
    },
    {
      name: "caches",
      body: `const names = await caches.keys(); return names.length > 0 ? names.join() : null;`,
    },
    { name: "localStorage", body: `return typeof localStorage === "undefined" ? null : "storage";` },
    { name: "sessionStorage", body: `return typeof sessionStorage === "undefined" ? null : "storage";` },
    { name: "cookieStore", body: `return JSON.stringify(await cookieStore.getAll());` },
    { name: "document.cookie", body: `return document.cookie;` },
    { name: "navigator.storage", body: `return String(await navigator.storage.getDirectory());` },
    { name: "navigator.locks", body: `return JSON.stringify(await navigator.locks.query());` },
    {
      name: "service worker",
      body: `const all = await navigator.serviceWorker.getRegistrations(); return all.length > 0 ? "registered" : null;`,
    },
    { name: "webkitRequestFileSystem", body: `return String(webkitRequestFileSystemSync(0, 1));` },
    { name: "Notification", body: `return await Notification.requestPermission();` },
    { name: "origin", body: `return self.origin === "null" ? null : self.origin;` },
    {
      name: "the page's globals",
      body: `return typeof window === "undefined" && typeof document === "undefined" ? null : "window";`,
    },
    { name: "parent", body: `return parent.document.body.innerHTML;` },
    { name: "opener and top", body: `return (self.opener ?? self.top).location.href;` },
    {
      name: "BroadcastChannel",
      body: `const c = new BroadcastChannel(${JSON.stringify(CHANNEL)}); c.postMessage("shout"); await later(50); return null;`,
    },
    {
      name: "answer to a broadcast",
      body: `const c = new BroadcastChannel(${JSON.stringify(CHANNEL)});
return await new Promise((yes) => { c.onmessage = (e) => yes(String(e.data)); c.postMessage("hello?"); setTimeout(yes, 200, null); });`,
    },
    {
      name: "blob URL of the page's origin",
      body: `return URL.createObjectURL(new Blob(["x"])).startsWith("blob:null") ? null : "page's origin";`,
    },
    {
      name: "deleting the globals' guards",
      body: `const w = Object.getPrototypeOf(self); const f = w.fetch ?? self.fetch; return (await f.call(self, ${url("prototype")})).type;`,
    },
  ];
}

/**
 * A worker's source that runs the probes and reports to `report`, an expression of a function that takes
 * `{ name, reached: string | null, blocked: string | null }[]`.
 *
 * @param target see `hostileProbes`
 * @param report JavaScript text, e.g. `(results) => port.postMessage({ kind: "probes", results })`
 */
export function hostileSource(target: string, report: string): string {
  const probes = hostileProbes(target)
    .map(({ name, body }) => `[${JSON.stringify(name)}, async () => {\n${body}\n}]`)
    .join(",\n");
  return `{
const later = (ms) => new Promise((done) => setTimeout(done, ms));
const limited = (run) => Promise.race([
  (async () => run())(),
  later(${PROBE_MS}).then(() => { throw new Error("no answer"); }),
]);
const probes = [
${probes}
];
const report = ${report};
void Promise.all(probes.map(async ([name, run]) => {
  try {
    const reached = await limited(run);
    return { name, reached: reached ?? null, blocked: null };
  } catch (error) {
    return { name, reached: null, blocked: String(error) };
  }
})).then(report);
}`;
}
