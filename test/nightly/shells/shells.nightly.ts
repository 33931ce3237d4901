// fish completes command lines by the script of errtable, and zsh reads its own, where the machine has them.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COMPLETION_SCRIPTS } from "../../../generator/command/completion/completion-scripts.ts";
import { setup } from "../../helpers/build.ts";

const CLI = resolve(import.meta.dirname, "../../../dist/js/cli.js");
const isThere = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

const LINES: readonly (readonly [line: string, completed: readonly string[]])[] = [
  ["errtable comp", ["completion"]],
  ["errtable explain OrderN", ["OrderNotFound"]],
  ["errtable explain Order:", ["Order:Locked"]],
  ["errtable lint --format sar", ["sarif"]],
  ["errtable lint s", ["shop.errors.yaml"]],
  ["errtable decode no", ["notes.md"]],
];

let folder = "";

beforeAll(() => {
  setup();
  folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-shells-")));
  mkdirSync(join(folder, "bin"));
  symlinkSync(CLI, join(folder, "bin/errtable"));
  writeFileSync(join(folder, "notes.md"), "");
  writeFileSync(join(folder, "errtable.config.yaml"), "tables: [./shop.errors.yaml]\n");
  writeFileSync(
    join(folder, "shop.errors.yaml"),
    'errtable: 1\nname: Shop\nerrors:\n  OrderNotFound: { status: 404 }\n  Order:Locked: { status: 409 }\n  "$(touch pwned)": { status: 400 }\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(!isThere("fish"))("fish", () => {
  writeFileSync(join(folder, "errtable.fish"), COMPLETION_SCRIPTS.fish);
  for (const [line, expected] of LINES) {
    const out = run("fish", "--no-config", "-c", `source errtable.fish; complete -C "${line}"`);
    const values = out.split("\n").map((one) => one.split("\t")[0]);
    expect(
      values.filter((value) => value !== ""),
      line,
    ).toEqual(expected);
  }
});

test.skipIf(!isThere("zsh"))("zsh reads the script, and finds the function in it", () => {
  writeFileSync(join(folder, "errtable.zsh"), COMPLETION_SCRIPTS.zsh);
  const script = "compdef() { print -r -- $*; }; source ./errtable.zsh; whence -w _errtable";
  expect(run("zsh", "-f", "-c", script)).toBe("_errtable errtable\n_errtable: function\n");
});

function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, options());
}

function options() {
  const env = { ...process.env, PATH: [join(folder, "bin"), process.env["PATH"]].join(delimiter), TERM: "dumb" };
  return { cwd: folder, encoding: "utf8", env } as const;
}
