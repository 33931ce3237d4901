// The script makes an extension of VS Code that has all of its files and can be loaded, the same bytes each time.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { SHOW_USES } from "../../../generator/language-server/features/code-lens.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const FOLDER = join(ROOT, "generator/editors/vscode");
const work = mkdtempSync(join(tmpdir(), "errtable-vsix-"));

interface Manifest {
  readonly version: string;
  readonly main: string;
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

afterAll(() => rmSync(work, { recursive: true, force: true }));

function build(name: string): Uint8Array {
  const path = join(work, name);
  execFileSync(process.execPath, [join(FOLDER, "build.mjs"), path], { stdio: ["ignore", "ignore", "inherit"] });
  return readFileSync(path);
}

/** Of a workspace without folders: the extension finds no server there. */
const FAKE_EDITOR = `const any = () => new Proxy(class {}, { get: (own, name) => (name in own ? own[name] : any()) });
const registered = [];
module.exports = Object.assign(any(), {
  registered,
  commands: { registerCommand: (name) => registered.push(name) },
  workspace: {
    workspaceFolders: undefined,
    onDidChangeConfiguration: () => {},
    getConfiguration: () => ({ get: () => "" }),
    findFiles: async () => [],
  },
});
`;

test("the extension has its files, is activated, and names what it contributes", async () => {
  const bytes = build("one.vsix");
  expect(Buffer.compare(bytes, build("two.vsix"))).toBe(0);
  const { unzipSync } = createRequire(join(FOLDER, "package.json"))("fflate") as {
    readonly unzipSync: (bytes: Uint8Array) => Readonly<Record<string, Uint8Array>>;
  };
  const files = unzipSync(bytes);
  const text = (name: string): string => Buffer.from(files[name] ?? []).toString("utf8");
  expect(Object.keys(files)).toEqual([
    "[Content_Types].xml",
    "extension.vsixmanifest",
    "extension/package.json",
    "extension/README.md",
    "extension/LICENSE.txt",
    "extension/dist/extension.js",
  ]);
  const manifest = JSON.parse(text("extension/package.json")) as Manifest;
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { readonly version: string };
  expect(manifest).toMatchObject({ version, main: "./dist/extension.js" });
  expect(text("extension.vsixmanifest")).toContain(`Version="${version}"`);
  // The module "vscode" exists only in the editor.
  const script = join(work, "extension.cjs");
  writeFileSync(join(work, "vscode.cjs"), FAKE_EDITOR);
  writeFileSync(script, text("extension/dist/extension.js").replaceAll('require("vscode")', 'require("./vscode.cjs")'));
  const load = createRequire(script);
  const loaded = load(script) as { readonly activate: (context: object) => Promise<void> };
  expect(Object.keys(loaded).toSorted()).toEqual(["activate", "deactivate"]);
  // The library registers the commands that the server names, and the editor takes none twice.
  await loaded.activate({ subscriptions: [] });
  const { registered } = load("./vscode.cjs") as { readonly registered: readonly string[] };
  expect(registered).toEqual(manifest.contributes.commands.map(({ command }) => command));
  expect(registered).not.toContain(SHOW_USES);
});
