// Whole sessions of an editor with the built language server: over stdin and stdout, by the protocol's own library.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test, vi } from "vitest";
import { applyChanges } from "../../generator/language-server/protocol/text-positions.ts";
import {
  CancellationTokenSource,
  type CompletionList,
  type Hover,
  type LanguageClient,
  type Location,
  type Protocol,
  startClient,
} from "../judges/linters/language-client.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const CLI = join(ROOT, "dist/js/cli.js");
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "errtable-lsp-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** The place of "¦" in a text, and the text without it. */
function placeIn(marked: string) {
  const before = marked.slice(0, marked.indexOf("¦")).split("\n");
  return {
    text: marked.replace("¦", ""),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

const NOWHERE: Protocol.Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const FUNCTION_COMPUTE = readFileSync(join(ROOT, "spec/function-compute.errors.yaml"), "utf8").replace(
  /^# yaml-lang.*\n/,
  "",
);

test("a person writes a row with three mistakes, and mends them without leaving the editor", async () => {
  const name = "fc.errors.yaml";
  const client = await startClient({ folder: project({ [name]: FUNCTION_COMPUTE }), command: [CLI, "lsp", "--stdio"] });
  const type = async (marked: string) => {
    const { text, position } = placeIn(FUNCTION_COMPUTE.replace("errors:\n", `errors:\n${marked}`));
    client.change(name, text);
    return { found: await client.diagnostics(name), position };
  };
  client.open(name, FUNCTION_COMPUTE);
  expect(await client.diagnostics(name)).toEqual([]);

  const wrong =
    "  QuotaGone:\n    status: 429\n    message: the quota %s is gone, of %d\n    params: { quota: { example: a } }\n    descripton: It is gone.\n    solution: Wait.\n    group: capacty\n    retry: throttled\n    headers: { Retry-After: {} }¦\n";
  const { found } = await type(wrong);
  expect(found.map(({ code }) => code)).toEqual(["params-mismatch", "unknown-field", "unknown-group"]);
  expect(found[1]?.message).toBe('The error "QuotaGone" has no field named "descripton".\nDid you mean "description"?');

  const items = async (marked: string): Promise<readonly string[]> => {
    const { position } = await type(marked);
    const { items } = await client.request<CompletionList>("textDocument/completion", name, { position });
    return items.map(({ label }) => label);
  };
  expect(await items(wrong.replace("¦", "").replace("capacty", "cap¦"))).toEqual(["capacity"]);
  expect(await items(wrong.replace("¦", "").replace("descripton: It is gone.", "desc¦"))).toContain("description");
  expect(await items(wrong.replace("¦", "").replace("example: a }", "example: a }, ¦"))).toEqual(["param2"]);

  // Each finding is mended by the action that an editor offers first, until there is none.
  let { found: open } = await type(wrong);
  let text = FUNCTION_COMPUTE.replace("errors:\n", `errors:\n${wrong.replace("¦", "")}`);
  for (let mended = 0; open.length > 0; mended += 1) {
    expect(mended).toBeLessThan(3);
    const range = open[0]?.range ?? NOWHERE;
    const context = { diagnostics: open.slice(0, 1) };
    const actions = await client.request<Protocol.CodeAction[]>("textDocument/codeAction", name, { range, context });
    const edits = actions.find(({ isPreferred }) => isPreferred === true)?.edit?.changes?.[client.uri(name)] ?? [];
    text = applyChanges(
      { text },
      edits.map(({ range, newText }) => ({ range, text: newText })),
    );
    client.change(name, text);
    open = await client.diagnostics(name);
  }
  const right = wrong
    .replace("descripton", "description")
    .replace("capacty", "capacity")
    .replace("example: a }", "example: a }, param2: {}");
  expect(text).toBe(FUNCTION_COMPUTE.replace("errors:\n", `errors:\n${right.replace("¦", "")}`));
  expect(client.shown).toEqual([]);
  expect(await client.close()).toBe(0);
});

test("hover, definition and references lead through a table", async () => {
  const marked = FUNCTION_COMPUTE.replace(/\n$/, "\noperations:\n  GetAlias: [Alias¦NotFound]\n");
  const { text, position } = placeIn(marked);
  const client = await startClient({ folder: project({ "fc.errors.yaml": text }), command: [CLI, "lsp"] });
  client.open("fc.errors.yaml", text);
  const hover = await client.request<Hover>("textDocument/hover", "fc.errors.yaml", { position });
  expect(JSON.stringify(hover.contents)).toContain("AliasNotFound · 404 Not Found · Function Compute");
  const [row] = await client.request<Location[]>("textDocument/definition", "fc.errors.yaml", { position });
  const line = text.split("\n").findIndex((each) => each.startsWith("  AliasNotFound:"));
  expect(row).toEqual({
    uri: client.uri("fc.errors.yaml"),
    range: { start: { line, character: 2 }, end: { line, character: 2 + "AliasNotFound".length } },
  });
  const context = { includeDeclaration: true };
  const places = await client.request<Location[]>("textDocument/references", "fc.errors.yaml", { position, context });
  expect(places).toHaveLength(2);
  await expectEnd(client);
});

const SHOP =
  "errtable: 1\nname: Shop\nimports: [./common.errors.yaml]\nerrors:\n  Gone: { status: 410, message: gone, description: It is gone., solution: Look again. }\n";
const COMMON =
  "errtable: 1\nname: Common\nerrors:\n  Denied: { status: 403, message: denied, description: No., solution: Ask somebody. }\n";

test("open files come before the disk, changes of the disk are seen, and findings of mended files are cleared", async () => {
  const folder = project({
    "errtable.config.yaml": "tables: [./shop.errors.yaml]\n",
    "shop.errors.yaml": SHOP,
    "common.errors.yaml": COMMON,
  });
  const client = await startClient({ folder, command: [CLI, "lsp"] });
  client.open("shop.errors.yaml", SHOP);
  expect(await client.diagnostics("shop.errors.yaml")).toEqual([]);
  const touch = (...names: readonly string[]) =>
    client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: names.map((name) => ({ uri: client.uri(name), type: 2 })),
    });
  // An import that is not open gets a second row of the code; both files tell of it.
  writeFileSync(join(folder, "common.errors.yaml"), COMMON.replace("Denied", "Gone"));
  await touch("common.errors.yaml");
  expect((await client.nextDiagnostics("shop.errors.yaml")).map(({ code }) => code)).toEqual(["duplicate-code"]);
  // The editor's text counts, saved or not.
  client.open("common.errors.yaml", COMMON);
  expect(await client.nextDiagnostics("shop.errors.yaml")).toEqual([]);
  // The configuration gets a rule that does not exist, and loses it.
  writeFileSync(
    join(folder, "errtable.config.yaml"),
    "tables: [./shop.errors.yaml]\nrules: { missing-solutions: off }\n",
  );
  await touch("errtable.config.yaml");
  expect((await client.nextDiagnostics("errtable.config.yaml")).map(({ message }) => message)).toEqual([
    'There is no rule "missing-solutions".\nDid you mean "missing-solution"?',
  ]);
  writeFileSync(join(folder, "errtable.config.yaml"), "extends: ./shared.yaml\ntables: [./shop.errors.yaml]\n");
  writeFileSync(join(folder, "shared.yaml"), "rules: { missing-solutions: off }\n");
  await touch("errtable.config.yaml");
  expect(await client.nextDiagnostics("errtable.config.yaml")).toEqual([]);
  // A file of another name that a configuration extends counts as well, and other files of YAML do not.
  expect((await client.diagnostics("shared.yaml")).map(({ code }) => code)).toEqual(["config"]);
  writeFileSync(join(folder, "shared.yaml"), "rules: {}\n");
  await touch("compose.yaml", "shared.yaml");
  expect(await client.nextDiagnostics("shared.yaml")).toEqual([]);
  expect(client.watched).toContain("**/*.{yaml,yml}");
  // The import is closed: the disk counts again, and then the file is gone.
  client.connection.sendNotification("textDocument/didClose", {
    textDocument: { uri: client.uri("common.errors.yaml") },
  });
  expect((await client.nextDiagnostics("shop.errors.yaml")).map(({ code }) => code)).toEqual(["duplicate-code"]);
  rmSync(join(folder, "common.errors.yaml"));
  await touch("common.errors.yaml");
  expect((await client.nextDiagnostics("shop.errors.yaml")).map(({ code }) => code)).toEqual(["missing-file"]);
  await expectEnd(client);
});

test("each folder of a workspace has its own configuration, also one that comes later", async () => {
  const files = { "shop.errors.yaml": SHOP.replace(", solution: Look again.", "").replace(/imports.*\n/, "") };
  const folders = ["error", "off"].map((severity) =>
    project({
      ...files,
      "errtable.config.yaml": `tables: [./shop.errors.yaml]\nrules: { missing-solution: ${severity} }\n`,
    }),
  );
  const [strict = "", lax = ""] = folders;
  const client = await startClient({ folder: strict, command: [CLI, "lsp"] });
  expect((await client.diagnostics("shop.errors.yaml")).map(({ severity }) => severity)).toEqual([1]);
  const uri = pathToFileURL(lax).href;
  const event = { added: [{ uri, name: "lax" }], removed: [{ uri: pathToFileURL(strict).href, name: "strict" }] };
  client.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event });
  expect(await client.nextDiagnostics("shop.errors.yaml")).toEqual([]);
  await expectEnd(client);
});

test("positions count UTF-16 units, also behind a byte order mark and in lines that end in CRLF", async () => {
  const row =
    'errtable: 1\r\nname: Shop\r\nerrors:\r\n  A: { status: 404, message: "\u{1F600}é %s", descripton: x, solution: y }\r\n';
  const client = await startClient({ folder: project({}), command: [CLI, "lsp"] });
  for (const [name, mark] of [
    ["a.errors.yaml", ""],
    ["b.errors.yaml", "\ufeff"],
  ] as const) {
    client.open(name, `${mark}${row}`);
    const lines = row.split("\r\n");
    const found = await client.diagnostics(name);
    for (const word of ["%s", "descripton"]) {
      const start = lines[3]?.indexOf(word) ?? -1;
      expect(found.map(({ range }) => range)).toContainEqual({
        start: { line: 3, character: start },
        end: { line: 3, character: start + word.length },
      });
    }
    // A change behind the emoji, in units of the protocol.
    client.type(name, { line: 3, character: lines[3]?.indexOf("on:") ?? 0 }, "i");
    expect((await client.diagnostics(name)).map(({ code }) => code)).not.toContain("unknown-field");
  }
  await expectEnd(client);
});

const REQUESTS = [
  ...["hover", "completion", "definition", "references", "prepareRename", "rename", "codeAction", "documentSymbol"],
  ...["foldingRange", "semanticTokens/full", "semanticTokens/range", "codeLens"],
].map((name) => `textDocument/${name}`);

test("nothing that an editor sends ends the session, but its end", async () => {
  const client = await startClient({ folder: project({ "shop.errors.yaml": SHOP }), command: [CLI, "lsp"] });
  const { connection } = client;
  const send = (method: string, params: object) => connection.sendNotification(method, params);
  await send("textDocument/didChange", {
    textDocument: { uri: client.uri("never-opened.errors.yaml"), version: 3 },
    contentChanges: [],
  });
  await send("textDocument/didOpen", {});
  await send("textDocument/didOpen", { textDocument: { uri: "untitled:one", version: 1, text: SHOP } });
  await send("unknown/notification", {});
  for (const method of REQUESTS) await expect(connection.sendRequest(method)).rejects.toMatchObject({ code: -32602 });
  const half = { textDocument: { uri: client.uri("shop.errors.yaml") }, position: { line: "1" } };
  await expect(connection.sendRequest("textDocument/hover", half)).rejects.toMatchObject({
    code: -32602,
    message: expect.stringContaining('The editor sent no valid "params.position.line".'),
  });
  await expect(connection.sendRequest("unknown/request", {})).rejects.toThrow();
  client.open("shop.errors.yaml", SHOP);
  const far = { line: 1e9, character: 1e9 };
  expect(await client.request("textDocument/hover", "shop.errors.yaml", { position: far })).toBeNull();
  for (const text of [
    "",
    "\u0000",
    "{",
    "- ",
    "? a\n: b\n",
    "\t",
    "a: &a *a\n",
    "errors:\n".repeat(2000),
    "[".repeat(20_000),
    SHOP,
  ]) {
    client.change("shop.errors.yaml", text);
    await client.diagnostics("shop.errors.yaml");
    await client.request("textDocument/completion", "shop.errors.yaml", { position: { line: 0, character: 1 } });
  }
  expect((await client.diagnostics("shop.errors.yaml")).map(({ code }) => code)).toEqual(["missing-file"]);
  expect(client.shown).toEqual(['textDocument/didOpen: The editor sent no valid "params.textDocument".']);
  expect(await client.close()).toBe(0);
});

test("a request that is given up is answered as such, and an editor that is gone ends the server", async () => {
  const name = "fc.errors.yaml";
  const client = await startClient({ folder: project({ [name]: FUNCTION_COMPUTE }), command: [CLI, "lsp"] });
  client.open(name, FUNCTION_COMPUTE);
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri: client.uri(name) }, position: { line: 40, character: 3 } };
  // Both messages arrive at once, so that the server has no time to answer between them.
  const stdin = client.process.stdin as Writable;
  const held: Buffer[] = [];
  const write = vi.spyOn(stdin, "write").mockImplementation((data: Uint8Array, ...rest: unknown[]) => {
    held.push(Buffer.from(data));
    const done = rest.at(-1);
    if (typeof done === "function") done();
    return true;
  });
  const asked = client.connection.sendRequest("textDocument/hover", params, source.token);
  source.cancel();
  await expect.poll(() => String(Buffer.concat(held))).toContain("$/cancelRequest");
  write.mockRestore();
  stdin.write(Buffer.concat(held));
  await expect(asked).rejects.toMatchObject({ code: -32800 });
  const ended = new Promise((resolve) => client.process.on("exit", resolve));
  client.process.stdin?.end();
  expect(await ended).toBe(1);
});

async function expectEnd(client: LanguageClient): Promise<void> {
  expect(client.shown).toEqual([]);
  expect(await client.close()).toBe(0);
}
