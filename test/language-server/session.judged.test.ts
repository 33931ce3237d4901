// Whole sessions of an editor with the built language server: over stdin and stdout, by the protocol's own library.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { CompletionList, Hover, Location } from "vscode-languageserver-protocol";
import { type LanguageClient, startClient } from "../judges/linters/language-client.ts";

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

  const right = wrong
    .replace("descripton", "description")
    .replace("capacty", "capacity")
    .replace("example: a }", "example: a }, most: { example: 3 }");
  expect((await type(right)).found).toEqual([]);
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

async function expectEnd(client: LanguageClient): Promise<void> {
  expect(client.shown).toEqual([]);
  expect(await client.close()).toBe(0);
}
