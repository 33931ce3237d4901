// Measures what a change costs: in a monorepo of 12 tables and 30 targets as seconds of CPU of whole processes, and in a watch from
// saving a table to written types. `node --import tsx test/bench/incremental.ts [--rounds 5] [--codes 1500]`.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { makeMonorepo } from "../helpers/monorepo.ts";
import { makeTable } from "./make-table.ts";
import { markdownTable, publish } from "./publish.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const CLI = join(ROOT, "dist/js/cli.js");
const option = (name: string, standard: number): number =>
  Number(process.argv[process.argv.indexOf(name) + 1]) || standard;
const rounds = option("--rounds", 5);
const codes = option("--codes", 1500);

const work = mkdtempSync(join(tmpdir(), "errtable-incremental-"));
try {
  const sections = [monorepo(), await watching()];
  publish("changes", sections.join("\n"));
} finally {
  rmSync(work, { recursive: true, force: true });
}

function monorepo(): string {
  const root = join(work, "mono");
  const [cold, same, edit, alone]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let round = 0; round < rounds; round += 1) {
    rmSync(root, { recursive: true, force: true });
    makeMonorepo(root, codes);
    const single = join(root, "packages/p2");
    cold.push(cpu(root, "generate"));
    same.push(cpu(root, "generate"));
    mkdirSync(join(single, "node_modules"));
    cpu(single, "generate");
    const table = join(single, "service.errors.yaml");
    change(table, `both ${round}`);
    edit.push(cpu(root, "generate"));
    change(table, `one ${round}`);
    alone.push(cpu(single, "generate"));
  }
  const [all = 0, one = 0] = [median(cold), median(alone)];
  const row = (name: string, seconds: number) => [
    name,
    `${seconds.toFixed(2)} s`,
    (seconds / all).toFixed(2),
    (seconds / one).toFixed(2),
  ];
  const head = [`12 tables of ${codes} codes, 30 targets: CPU`, "median", "× everything", "× the table alone"];
  return markdownTable(head, [
    row("generate, everything", all),
    row("generate, nothing changed", median(same)),
    row("generate, a row of one table changed", median(edit)),
    row("generate in the package of that table, a row changed", one),
  ]);
}

async function watching(): Promise<string> {
  const small = join(work, "small");
  mkdirSync(join(small, "node_modules"), { recursive: true });
  cpSync(join(ROOT, "spec/function-compute.errors.yaml"), join(small, "plain.errors.yaml"));
  const large = join(work, "large");
  mkdirSync(join(large, "node_modules"), { recursive: true });
  cpSync(makeTable("plain", 2000, join(work, "tables")), join(large, "plain.errors.yaml"));
  const reading = join(work, "read.mjs");
  const library = JSON.stringify(join(ROOT, "node_modules/yaml/dist/index.js"));
  writeFileSync(
    reading,
    `import { readFileSync } from "node:fs"; import { parse } from ${library};\nparse(readFileSync(process.argv[2], "utf8"), { uniqueKeys: false });\n`,
  );
  const node = await latency(small, ["-e", "0"]);
  const yaml = await latency(large, [reading, join(large, "plain.errors.yaml")]);
  const head = ["from saving to written types, in a watch", "median", "the measure", "× the measure"];
  return markdownTable(head, [
    ["15 codes", `${node.saved.toFixed(0)} ms`, `node -e 0: ${node.measure.toFixed(0)} ms`, ratio(node)],
    ["2,000 codes", `${yaml.saved.toFixed(0)} ms`, `yaml, parse only: ${yaml.measure.toFixed(0)} ms`, ratio(yaml)],
  ]);
}

interface Latency {
  readonly saved: number;
  readonly measure: number;
}

/** Both are measured in turn. */
async function latency(folder: string, measured: readonly string[]): Promise<Latency> {
  const out = { kind: "typescript", table: "plain.errors.yaml", out: "types" };
  writeFileSync(join(folder, "package.json"), "{}");
  writeFileSync(join(folder, "errtable.config.yaml"), `targets: [${JSON.stringify(out)}]\n`);
  const child = spawn(process.execPath, [CLI, "generate", "--watch"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const over = new Promise((done) => child.on("exit", done));
  await new Promise<void>((done) => {
    child.stderr.on("data", (text) => String(text).includes("Watching") && done());
  });
  const [saved, measure]: [number[], number[]] = [[], []];
  const table = join(folder, "plain.errors.yaml");
  const types = join(folder, "types/types.ts");
  await pause(1000);
  for (let round = 0; round < 3 * rounds; round += 1) {
    let started = performance.now();
    spawnSync(process.execPath, measured, { stdio: "ignore" });
    measure.push(performance.now() - started);
    started = performance.now();
    change(table, `round ${round}`);
    while (!readFileSync(types, "utf8").includes(`round ${round}`)) {
      if (performance.now() - started > 20_000) throw new Error("The types were not written.");
      await pause(1);
    }
    saved.push(performance.now() - started);
    await pause(300);
  }
  child.kill("SIGINT");
  await over;
  return { saved: median(saved), measure: median(measure) };
}

/** Changes the solution of the first error that has one in a line. */
function change(table: string, words: string): void {
  const text = readFileSync(table, "utf8");
  const next = text.replace(/^( {4}solution: )(?![>|]).*$/m, `$1Do it in ${words}.`);
  if (next === text) throw new Error(`${table} has no solution to change.`);
  writeFileSync(table, next);
}

/** Seconds of CPU, of all threads. */
function cpu(folder: string, command: string): number {
  const script = `TIMEFORMAT='%U %S'; time ${process.execPath} ${CLI} ${command} >/dev/null 2>/dev/null`;
  const { stderr } = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
  return stderr
    .trim()
    .split(" ")
    .map(Number)
    .reduce((sum, seconds) => sum + seconds, 0);
}

function ratio({ saved, measure }: Latency): string {
  return (saved / measure).toFixed(2);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
