import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build, type Plugin } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLicenses } from "../../../tools/vite/licenses-plugin";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "licenses-"));
});
afterAll(() => rm(root, { recursive: true }));

test("the page's file has the licenses of all builds, once each", async () => {
  const folder = await project({
    "page.js": `import "alpha"; import "@scope/beta";`,
    "worker.js": `import "gamma";`,
    ...npmPackage("alpha", { LICENSE: "Text of Alpha", "NOTICE.txt": "Notice of Alpha" }),
    ...npmPackage("@scope/beta", { "LICENCE.md": "Shared text" }),
    ...npmPackage("gamma", { "license.txt": "Shared text" }),
    ...npmPackage("unused", { LICENSE: "Text of Unused" }),
    ...npmPackage("later", { LICENSE: "Text of Later" }, { dependency: "1.0.0" }),
    ...npmPackage("dependency", { COPYING: "Text of Dependency" }),
  });
  const licenses = openLicenses(folder, ["later"]);
  await bundle(folder, "worker.js", licenses.collect());
  const text = await bundle(folder, "page.js", licenses.write());
  expect(text).toContain("alpha 1.0.0 (MIT)");
  expect(text).toContain("Text of Alpha\n\n---\n\nNotice of Alpha");
  expect(text).toContain("@scope/beta 1.0.0 (MIT)\ngamma 1.0.0 (MIT)");
  expect(text.split("Shared text")).toHaveLength(2);
  expect(text).toContain("Text of Later");
  expect(text).toContain("Text of Dependency");
  expect(text).not.toContain("Text of Unused");
});

test("a package without a text stops the build, unless the project adds one", async () => {
  const files = { "page.js": `import "bare";`, ...npmPackage("bare", {}) };
  const bare = await project(files);
  await expect(bundle(bare, "page.js", openLicenses(bare).write())).rejects.toThrow(
    /bare has no license text: put it into .*tools\/licenses\/bare\.txt\./,
  );
  const mended = await project({ ...files, "tools/licenses/bare.txt": "Text for Bare" });
  expect(await bundle(mended, "page.js", openLicenses(mended).write())).toContain("Text for Bare");
});

test("WebAssembly stops the build until the project says what was compiled into it", async () => {
  const files = {
    "page.js": `import url from "@scope/vm/vm.wasm?url&no-inline"; console.log(url);`,
    ...npmPackage("@scope/vm", { LICENSE: "Text of Vm", "vm.wasm": "\0asm" }),
  };
  const folder = await project(files);
  await expect(bundle(folder, "page.js", openLicenses(folder).write())).rejects.toThrow(
    /@scope\/vm brings WebAssembly: write into .*tools\/licenses\/@scope\+vm\.txt/,
  );
  const told = await project({ ...files, "tools/licenses/@scope+vm.txt": "Contains Lua" });
  expect(await bundle(told, "page.js", openLicenses(told).write())).toContain(
    "Text of Vm\n\n---\n\nContains Lua",
  );
});

test("a text for a package that is no longer bundled stops the build", async () => {
  const folder = await project({ "page.js": "console.log(1);", "tools/licenses/gone.txt": "Text" });
  await expect(bundle(folder, "page.js", openLicenses(folder).write())).rejects.toThrow(
    "tools/licenses: gone is not in the build.",
  );
});

test("a later build may bundle only packages in the file", async () => {
  const folder = await project({
    "page.js": `import "alpha";`,
    "known.js": `import "alpha"; console.log("ours");`,
    "unknown.js": `import "beta";`,
    ...npmPackage("alpha", { LICENSE: "Text of Alpha" }),
    ...npmPackage("beta", { LICENSE: "Text of Beta" }),
  });
  const licenses = openLicenses(folder);
  await bundle(folder, "page.js", licenses.write());
  await bundle(folder, "known.js", licenses.check());
  await expect(bundle(folder, "unknown.js", licenses.check())).rejects.toThrow(/licenses\.txt lacks .*beta/);
});

/** Builds an entry and returns what it wrote into `licenses.txt`, or `""`. */
async function bundle(folder: string, entry: string, plugin: Plugin): Promise<string> {
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: "silent",
    plugins: [plugin],
    build: { write: false, rolldownOptions: { input: join(folder, entry) } },
  });
  const outputs = [result].flat().flatMap((one) => ("output" in one ? one.output : []));
  const file = outputs.find((output) => output.fileName === "licenses.txt");
  return file?.type === "asset" ? String(file.source) : "";
}

async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(root, "project-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

function npmPackage(
  name: string,
  files: Readonly<Record<string, string>>,
  dependencies: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const manifest = { name, version: "1.0.0", license: "MIT", main: "main.js", dependencies };
  const all = {
    "main.js": `console.log(${JSON.stringify(name)});`,
    "package.json": JSON.stringify(manifest),
    ...files,
  };
  return Object.fromEntries(
    Object.entries(all).map(([file, text]) => [`node_modules/${name}/${file}`, text]),
  );
}
