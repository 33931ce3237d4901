// Measures the waits of a shell: the completion of a word, and errtable as npx starts it, with an empty cache and with a full one.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { makeTable } from "./make-table.ts";
import { markdownTable, publish } from "./publish.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const CLI = join(ROOT, "dist/js/cli.js");
const ROUNDS = 5;
const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env;

const work = mkdtempSync(join(tmpdir(), "errtable-bench-shell-"));
try {
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", work], { cwd: ROOT, stdio: "pipe" });
  const tarball = join(work, readdirSync(work).find((name) => name.endsWith(".tgz")) ?? "");
  const large = makeTable("plain", 2000, work);
  mkdirSync(join(work, "project"));
  writeFileSync(join(work, "project/package.json"), "{}");
  const cache = join(work, "cache");
  const forget = (): void => rmSync(cache, { recursive: true, force: true });
  const npx = ["npx", "--yes", "--package", tarball, "errtable", "--version"];
  const few = join(ROOT, "spec/function-compute.errors.yaml");
  const rows: readonly (readonly [string, number])[] = [
    ["node -e 0", median(["node", "-e", "0"])],
    ["completion of an option", median(["node", CLI, "complete", "--", "generate", "--"])],
    [
      "completion of a code, 15 codes",
      median(["node", CLI, "complete", "--", "explain", "--table", few, "--config", few, ""]),
    ],
    [
      "completion of a code, 2,000 codes",
      median(["node", CLI, "complete", "--", "explain", "--table", large, "--config", large, ""]),
    ],
    ["npx errtable --version, in npm's cache", median(npx)],
    ["npx errtable --version, from a packed file and an empty cache", median(npx, forget)],
  ];
  const [[, unit] = ["", 1]] = rows;
  const table = rows.map(([name, ms]) => [name, `${ms.toFixed(0)} ms`, (ms / unit).toFixed(2)]);
  publish(
    "shell",
    `Whole processes on Node ${process.version}: medians of ${ROUNDS} rounds. An empty cache also waits for the registry.\n\n` +
      markdownTable(["wait", "median", "× node -e 0"], table),
  );

  function median([program = "", ...args]: readonly string[], before?: () => void): number {
    const times = Array.from({ length: ROUNDS }, () => {
      before?.();
      const started = process.hrtime.bigint();
      const env = { ...rest, npm_config_cache: cache, npm_config_update_notifier: "false" };
      const done = spawnSync(program === "node" ? process.execPath : program, args, {
        cwd: join(work, "project"),
        env,
        encoding: "utf8",
      });
      if (done.status !== 0) throw new Error(`${program} ${args.join(" ")}: ${done.stderr}`);
      return Number(process.hrtime.bigint() - started) / 1e6;
    });
    return times.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
