// Measures a keystroke in large tables: from the change to the findings, over stdin and stdout, beside the language server for YAML and
// beside one cold run of lint. Run it on a quiet machine: node --import tsx test/bench/editor.ts.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { type LanguageClient, startClient } from "../judges/linters/language-client.ts";
import { makeTable } from "./make-table.ts";
import { markdownTable, publish } from "./publish.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const CLI = join(ROOT, "dist/js/cli.js");
const YAML = join(ROOT, "test/judges/linters/node_modules/yaml-language-server/bin/yaml-language-server");

/** A field of a row and a part of its message, as people type them: most states on the way are no YAML, or have findings. */
const TYPED = ['    since: "1.0"\n', "    audience: internal\n", "    deprecated: { reason: gone }\n"].join("");
/** Keys at the start, which find code that is not compiled yet. */
const WARM = 20;
/** The peer answers slowly, so that fewer keys tell enough. */
const FEW = 12;

interface Times {
  readonly median: number;
  readonly p95: number;
}

const work = mkdtempSync(join(tmpdir(), "errtable-editor-"));
try {
  const sections: string[] = [];
  for (const count of [2000, 10_000]) sections.push(await section(count));
  publish(
    "editor",
    `Node ${process.version}. A key is typed into the middle of a table; the time is that from the change to the findings of all rules, without\nthe first keys after a start. That of the language server for YAML has its pause of 200 ms.\n\n${sections.join("\n")}`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function section(count: number): Promise<string> {
  const path = makeTable("plain", count, join(work, String(count)));
  const folder = dirname(path);
  cpSync(join(ROOT, "spec/errtable.schema.json"), join(folder, "errtable.schema.json"));
  writeFileSync(path, `# yaml-language-server: $schema=./errtable.schema.json\n${readFileSync(path, "utf8")}`);
  const lint = coldLint(path);
  const own = await keystrokes(path, [CLI, "lsp", "--stdio"], TYPED.length - WARM);
  const peer = await keystrokes(path, [YAML, "--stdio"], FEW);
  const row = (name: string, { median, p95 }: Times) => [
    name,
    `${median.toFixed(0)} ms`,
    `${p95.toFixed(0)} ms`,
    (p95 / lint).toFixed(2),
    (p95 / own.p95).toFixed(2),
  ];
  return markdownTable(
    [`${count.toLocaleString("en")} codes`, "median", "p95", "p95 × one cold errtable lint", "p95 × errtable lsp"],
    [
      row("errtable lsp", own),
      row("yaml-language-server", peer),
      ["errtable lint, cold", `${lint.toFixed(0)} ms`, "", "1.00", ""],
    ],
  );
}

function coldLint(path: string): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, [CLI, "lint", path], { cwd: dirname(path) });
    if (status !== 0) throw new Error(`lint ended with ${status}.`);
    return performance.now() - start;
  });
  return at(times, 0.5);
}

async function keystrokes(path: string, command: readonly string[], keys: number): Promise<Times> {
  const name = basename(path);
  const client = await startClient({ folder: dirname(path), command });
  const text = readFileSync(path, "utf8");
  const offset = text.indexOf("    status", text.length / 2);
  const line = text.slice(0, offset).split("\n").length - 1;
  client.open(name, text);
  await answered(client, name);
  const times: number[] = [];
  let position = { line, character: 0 };
  for (const [index, key] of [...TYPED].slice(0, keys + WARM).entries()) {
    const start = performance.now();
    client.type(name, position, key);
    await answered(client, name);
    if (index >= WARM) times.push(performance.now() - start);
    position =
      key === "\n" ? { line: position.line + 1, character: 0 } : { ...position, character: position.character + 1 };
  }
  client.process.kill();
  return { median: at(times, 0.5), p95: at(times, 0.95) };
}

/** The peer tells of no version, so its next answer counts. */
async function answered(client: LanguageClient, name: string): Promise<void> {
  await client.nextDiagnostics(name);
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
