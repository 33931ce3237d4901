// The language server for YAML and errtable's serve the same file: together they say everything, and nothing twice.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type CompletionList,
  type Diagnostic,
  type Hover,
  type LanguageClient,
  startClient,
} from "../judges/linters/language-client.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const YAML = join(ROOT, "test/judges/linters/node_modules/yaml-language-server/bin/yaml-language-server");
const NAME = "shop.errors.yaml";
const TEXT = `# yaml-language-server: $schema=./errtable.schema.json
errtable: 1
name: Shop
groups:
  orders: { title: Orders }
errors:
  OrderNotFound:
    status: 404
    descripton: It is gone.
    solution: Look again.
    group: order
  Busy:
    status: 429
    solution: Wait.
    retry: sometimes
  Denied:
    status: 403
    solution: Ask.
    solution: Ask again.
`;

let folder = "";
let own: LanguageClient;
let yaml: LanguageClient;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "errtable-beside-"));
  cpSync(join(ROOT, "spec/errtable.schema.json"), join(folder, "errtable.schema.json"));
  writeFileSync(join(folder, NAME), TEXT);
  const initialize = { initializationOptions: { besideYaml: true } };
  [own, yaml] = await Promise.all([
    startClient({ folder, command: [join(ROOT, "dist/js/cli.js"), "lsp"], initialize }),
    startClient({ folder, command: [YAML, "--stdio"] }),
  ]);
  for (const client of [own, yaml]) client.open(NAME, TEXT);
});

afterAll(async () => {
  await Promise.all([own, yaml].map((client) => client.close()));
  rmSync(folder, { recursive: true, force: true });
});

const linesOf = (found: readonly Diagnostic[]): readonly number[] => found.map(({ range }) => range.start.line + 1);

test("each finding comes from one of them", async () => {
  const [ofOwn, ofYaml] = await Promise.all([own.diagnostics(NAME), withFindings(yaml)]);
  expect(linesOf(ofYaml).filter((line) => linesOf(ofOwn).includes(line))).toEqual([]);
  expect(ofOwn.map(({ code }) => code)).toEqual(["missing-description", "unknown-group"]);
  expect([...new Set(linesOf(ofYaml))].toSorted((a, b) => a - b)).toEqual([9, 15, 19]);
});

test("fields are explained and offered by the other one, codes and groups by errtable", async () => {
  const field = { position: { line: 7, character: 6 } };
  expect(await own.request<Hover | null>("textDocument/hover", NAME, field)).toBeNull();
  expect(JSON.stringify(await yaml.request<Hover>("textDocument/hover", NAME, field))).toContain("HTTP status");
  const group = { position: { line: 10, character: 13 } };
  expect(JSON.stringify(await own.request<Hover>("textDocument/hover", NAME, group))).toContain("OrderNotFound");
  const items = await own.request<CompletionList>("textDocument/completion", NAME, {
    position: { line: 8, character: 8 },
  });
  expect(items.items).toEqual([]);
});

test("a finding that the other one reports is still mended", async () => {
  const place = { line: 8, character: 5 };
  const range = { start: place, end: place };
  const actions = await own.request<readonly { readonly title: string }[]>("textDocument/codeAction", NAME, {
    range,
    context: { diagnostics: [] },
  });
  expect(actions.map(({ title }) => title)).toContain('Change to "description"');
});

/** The server tells of nothing first, while it reads the schema. */
async function withFindings(client: LanguageClient): Promise<readonly Diagnostic[]> {
  const found = await client.diagnostics(NAME);
  return found.length > 0 ? found : client.nextDiagnostics(NAME);
}
