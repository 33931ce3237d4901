// fish and zsh complete command lines by the scripts of errtable, where the machine has them: fish tells of them, and zsh has a terminal.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COMPLETION_SCRIPTS } from "../../../generator/command/completion/completion-scripts.ts";
import { setup } from "../../helpers/build.ts";

const CLI = resolve(import.meta.dirname, "../../../dist/js/cli.js");
const isThere = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

/** The line behind which somebody presses Tab, the words that fish offers, and the line that zsh makes of it. */
const LINES: readonly (readonly [line: string, offered: readonly string[], completed: string])[] = [
  ["errtable comp", ["completion"], "errtable completion "],
  ["errtable lint --fi", ["--fix"], "errtable lint --fix "],
  ["errtable explain OrderN", ["OrderNotFound"], "errtable explain OrderNotFound "],
  ["errtable explain Order:", ["Order:Locked"], "errtable explain Order:Locked "],
  ["errtable explain \\$", ["$(touch pwned)"], "errtable explain \\$\\(touch\\ pwned\\) "],
  ["errtable explain Is\\ it\\ ", ["Is it 'so'"], "errtable explain Is\\ it\\ \\'so\\' "],
  ["errtable explain 'Not ", ["Not so"], "errtable explain 'Not so' "],
  ['errtable explain "Not s', ["Not so"], 'errtable explain "Not so" '],
  ["errtable lint --format sar", ["sarif"], "errtable lint --format sarif "],
  ["errtable lint --format=sar", ["--format=sarif"], "errtable lint --format=sarif "],
  ["errtable lint s", ["shop.errors.yaml"], "errtable lint shop.errors.yaml "],
  ["errtable lint 'my t", ["my tables/"], "errtable lint 'my tables/"],
  ["errtable lint my\\ tables/", ["my tables/shop.errors.yaml"], "errtable lint my\\ tables/shop.errors.yaml "],
  ["errtable decode no", ["notes.md"], "errtable decode notes.md "],
  ["errtable check --config=err", ["--config=errtable.config.yaml"], "errtable check --config=errtable.config.yaml "],
  ["errtable check --output sarif=no", ["sarif=notes.md"], "errtable check --output sarif=notes.md "],
];

let folder = "";

beforeAll(() => {
  setup();
  folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-shells-")));
  mkdirSync(join(folder, "bin"));
  symlinkSync(CLI, join(folder, "bin/errtable"));
  writeFileSync(join(folder, "notes.md"), "");
  mkdirSync(join(folder, "my tables"));
  writeFileSync(join(folder, "my tables/shop.errors.yaml"), "");
  writeFileSync(join(folder, "errtable.config.yaml"), "tables: [./shop.errors.yaml]\n");
  writeFileSync(
    join(folder, "shop.errors.yaml"),
    "errtable: 1\nname: Shop\nerrors:\n  OrderNotFound: { status: 404 }\n  Order:Locked: { status: 409 }\n  \"$(touch pwned)\": { status: 400 }\n  Is it 'so': { status: 400 }\n  Not so: { status: 400 }\n",
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(!isThere("fish"))("fish offers words", () => {
  writeFileSync(join(folder, "script.fish"), COMPLETION_SCRIPTS.fish);
  const script = "source script.fish; for line in $argv; complete -C $line; echo; end";
  const out = run("fish", "--no-config", "-c", script, ...LINES.map(([line]) => line));
  const offered = out
    .split("\n\n")
    .slice(0, -1)
    .map((text) => text.split("\n").map((one) => one.split("\t")[0]));
  expect(offered).toEqual(LINES.map(([, words]) => words));
  expect(existsSync(join(folder, "pwned"))).toBe(false);
});

test.skipIf(!isThere("zsh"))("zsh completes lines on a terminal", () => {
  const out = run("zsh", "-f", join(import.meta.dirname, "type-lines.zsh"), ...LINES.map(([line]) => line));
  expect(out.split("\n").slice(0, -1)).toEqual(LINES.map(([, , line]) => line));
  expect(existsSync(join(folder, "pwned"))).toBe(false);
});

function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, options());
}

function options() {
  const env = { ...process.env, PATH: [join(folder, "bin"), process.env["PATH"]].join(delimiter), TERM: "dumb" };
  return { cwd: folder, encoding: "utf8", env, timeout: 120_000 } as const;
}
