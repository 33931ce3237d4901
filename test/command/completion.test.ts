// Command lines are completed with the commands, options, codes, rules, targets and tables that there are; no name is run as code.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { splitLine } from "../../generator/command/completion/completion-line.ts";
import { COMPLETION_SCRIPTS } from "../../generator/command/completion/completion-scripts.ts";
import { runCommand } from "../helpers/run-command.ts";

const CLI = resolve(import.meta.dirname, "../../dist/js/cli.js");
const TABLE = `errtable: 1
name: Shop
errors:
  OrderNotFound: { status: 404, description: "It is \\u001b[31mgone.\\nReally." }
  Order:Locked: { status: 409 }
  "$(touch pwned)": { status: 400 }
  "It's \\"so\\"": { status: 400 }
  错误: { status: 400 }
`;
const CONFIG = `targets:
  - { kind: catalog, table: ./tables/shop.errors.yaml, out: ./gen/shop }
  - { kind: openapi, table: ./tables/shop.errors.yaml, out: ./gen/api }
`;

let folder = "";

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-shell-")));
  for (const [path, text] of [
    ["tables/shop.errors.yaml", TABLE],
    ["tables/shop.de.errors.yaml", "errtable: 1\nlocale: de\ntranslates: ./shop.errors.yaml\nerrors: {}\n"],
    ["tables/notes.md", ""],
    ["other.errors.yaml", "errtable: 1\nname: Other\nerrors:\n  Only: { status: 999 }\n"],
    ["errtable.config.yaml", CONFIG],
  ] as const) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(join(folder, "bin"));
  symlinkSync(CLI, join(folder, "bin/errtable"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the last word", () => {
  test.each<[string, string[], string[]]>([
    ["a command", ["ge"], ["generate"]],
    ["an option", ["lint", "--fi"], ["--fix"]],
    ["a choice", ["lint", "--format", "j"], ["json", "junit"]],
    ["a choice behind a sign", ["lint", "--format=g"], ["--format=github", "--format=gitlab"]],
    ["a format of a file", ["check", "--output", "s"], ["sarif=", ":files"]],
    ["a file", ["decode", ""], [":files"]],
    [
      "a target",
      ["check", "--only", ""],
      ["catalog", "./tables/shop.errors.yaml", "./gen/shop", "openapi", "./gen/api"],
    ],
    ["another value of the same option", ["check", "--only", "catalog", "--only", "o"], ["openapi"]],
    ["a table beside", ["lint", ""], ["bin/", "other.errors.yaml", "tables/"]],
    ["a table in a folder", ["lint", "tables/s"], ["tables/shop.de.errors.yaml", "tables/shop.errors.yaml"]],
    ["a code", ["explain", "Order"], ["OrderNotFound", "Order:Locked"]],
    ["a rule", ["explain", "opaque"], ["opaque-message"]],
    [
      "a code of a named table, with its mistakes",
      ["explain", "--table", "other.errors.yaml", "--config", "x", "On"],
      ["Only"],
    ],
    ["a code to rename", ["rename", "OrderN"], ["OrderNotFound"]],
    ["a code that takes a place", ["retire", "OrderNotFound", "--replaced-by", "Order:"], ["Order:Locked"]],
    ["a shell", ["completion", "z"], ["zsh"]],
    ["a command to explain", ["help", "expl"], ["explain"]],
    ["one argument too many", ["retire", "OrderNotFound", "Order"], []],
    ["behind an unknown command", ["lnt", "--f"], []],
    ["behind --, where options are none", ["lint", "--", "--f"], []],
  ])("%s", async (_, words, expected) => {
    expect((await completed(words)).map(({ value }) => value).toSorted()).toEqual(expected.toSorted());
  });

  test("has a description of one line", async () => {
    const [found] = await completed(["explain", "OrderN"]);
    expect(found).toEqual({ value: "OrderNotFound", description: "It is ␛[31mgone." });
  });

  test("may have any characters, and is nothing where the project cannot be read", async () => {
    const codes = (await completed(["explain", ""])).map(({ value }) => value);
    expect(codes).toEqual(expect.arrayContaining(["错误", "$(touch pwned)"]));
    expect(await completed(["check", "--config", "gone.yaml", "--only", ""])).toEqual([]);
  });
});

test.each<[string, string[], string]>([
  ["errtable lint ", ["errtable", "lint", ""], ""],
  ['errtable  explain \'a b\' "c\\"d" e\\ f', ["errtable", "explain", "a b", 'c"d', "e f"], ""],
  ["errtable explain '' x", ["errtable", "explain", "", "x"], ""],
  ['errtable explain "Or', ["errtable", "explain", "Or"], '"'],
])("a line of a shell is split: %s", (line, words, quote) => {
  expect(splitLine(line)).toEqual({ words, quote });
});

test("bash completes with it, and runs no name", () => {
  const lines = [
    "errtable ge",
    "errtable explain Order",
    "errtable explain Order:",
    "errtable explain $(t",
    "errtable explain \\$",
    'errtable explain "Order',
    "errtable lint --format=sar",
    "errtable decode x",
  ];
  const script = `source <(errtable completion bash)
while IFS= read -r line; do
  COMP_LINE=$line COMP_POINT=\${#line} COMP_WORDS=(errtable)
  _errtable
  printf '%s|' "\${COMPREPLY[@]}"
  echo
done
complete -p errtable
`;
  const { stdout } = spawnSync("bash", ["--norc", "-c", script], {
    cwd: folder,
    encoding: "utf8",
    input: lines.map((line) => `${line}\n`).join(""),
    env: { ...process.env, PATH: [join(folder, "bin"), process.env["PATH"]].join(delimiter) },
  });
  expect(stdout.split("\n")).toEqual([
    "generate|",
    "OrderNotFound|Order:Locked|",
    "Locked|",
    "\\$\\(touch\\ pwned\\)|",
    "\\$\\(touch\\ pwned\\)|",
    "OrderNotFound|Order:Locked|",
    "sarif|",
    "|",
    "complete -F _errtable errtable",
    "",
  ]);
  expect(existsSync(join(folder, "pwned"))).toBe(false);
});

test("the script of bash is sound", () => {
  execFileSync("bash", ["-n"], { input: COMPLETION_SCRIPTS.bash });
});

async function completed(words: readonly string[]) {
  const { code, out, err } = await runCommand(folder, "complete", "--", ...words);
  expect([code, err]).toEqual([0, ""]);
  return out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [value = "", description] = line.split("\t");
      return description === undefined ? { value } : { value, description };
    });
}
