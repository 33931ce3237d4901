// Starts a project: a table of two rows, a configuration and the lines for Git; never overwrites a file.
import { basename, join } from "node:path";
import { showControls } from "../diagnostic/unseen.ts";
import { createFiles } from "../output/apply.ts";
import { errorCode, type Fs } from "../output/fs.ts";
import type { ExitCode } from "../output/outcome.ts";
import type { OutputFile } from "../output/target.ts";
import { PRODUCTS } from "../products/index.ts";
import type { Terminal } from "../report/terminal.ts";
import { MERGE_ATTRIBUTE } from "./merge-driver.ts";

/** The folder is an absolute path. */
export function init(
  given: string | undefined,
  folder: string,
  fs: Fs,
  terminal: Pick<Terminal, "out" | "err">,
): ExitCode {
  const name = tableName(given ?? basename(folder)) ?? (given === undefined ? "MyService" : undefined);
  if (name === undefined) return refuseName(given ?? "", terminal);
  return createProject(initFiles(name), folder, fs, terminal);
}

export function refuseName(given: string, terminal: Pick<Terminal, "err">): ExitCode {
  terminal.err(
    `"${showControls(given)}" is no name for a table: it begins with a letter, then letters and digits, ` +
      "at most 64 in all, as in MyService.\n",
  );
  return 2;
}

/** All of the files, and the lines for Git, or nothing. */
export function createProject(
  files: readonly OutputFile[],
  folder: string,
  fs: Fs,
  terminal: Pick<Terminal, "out" | "err">,
): ExitCode {
  const isThere = ({ path }: OutputFile): boolean => fs.entry(join(folder, path)) !== undefined;
  const git = { path: ".gitattributes", text: GIT_ATTRIBUTES };
  try {
    const taken = files.filter(isThere).map(({ path }) => path);
    if (taken.length > 0) {
      terminal.err(`Nothing was written: ${taken.join(" and ")} ${taken.length === 1 ? "is" : "are"} there already.\n`);
      return 4;
    }
    const hasGit = isThere(git);
    const made = hasGit ? files : [...files, git];
    createFiles(fs, folder, made);
    if (hasGit) terminal.err(`Add this line to .gitattributes:\n\n  ${GIT_ATTRIBUTES}\n`);
    terminal.out(`${made.map(({ path }) => `created ${path}\n`).join("")}`);
  } catch (error) {
    if (errorCode(error) === undefined || !(error instanceof Error)) throw error;
    terminal.err(`Nothing was written: ${showControls(error.message)}.\n`);
    return 4;
  }
  terminal.err(
    `\nNext:\n  errtable lint       check the table\n  errtable generate   make everything in errors/\n  errtable check      fail if anything is out of date (for CI)\n  errtable merge-driver --install   let Git merge generated files (once per clone)\n`,
  );
  return 0;
}

/** The files for a table with a name such as "MyService". */
export function initFiles(name: string, text: string = tableText(name)): readonly OutputFile[] {
  const file = kebabCase(name);
  return [
    { path: `${file}.errors.yaml`, text },
    { path: "errtable.config.yaml", text: configText(file) },
  ];
}

/** Generated files keep their line ends, stay folded in reviews, and are merged by errtable where a clone has its driver. */
const GIT_ATTRIBUTES = `errors/** text eol=lf linguist-generated ${MERGE_ATTRIBUTE}\n`;

/** "my-service" and "my service" become "MyService"; undefined where no letter is left to begin with. */
export function tableName(text: string): string | undefined {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join("");
  return /^[A-Z][A-Za-z0-9]{0,63}$/.test(name) ? name : undefined;
}

function kebabCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}

function tableText(name: string): string {
  return `# yaml-language-server: $schema=./node_modules/errtable/spec/errtable.schema.json
errtable: 1
name: ${name}
title: ${name.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")}
description: Errors that the ${name} API returns.
version: 1.0.0

body:
  mediaType: application/json
  code: /code
  message: /message

errors:
  OrderNotFound:
    status: 404
    message: "order '%s' does not exist"
    params:
      orderId: { description: The order that was asked for., example: A-1001 }
    description: The order does not exist.
    solution: Check the order number, or list the orders.
    retry: never

  TooManyRequests:
    status: 429
    message: "at most %d requests per minute are allowed"
    params:
      limit: { description: The requests that are allowed per minute., example: 600 }
    description: The client sends more requests than its quota allows.
    solution: Wait for as long as Retry-After says, then send the request again.
    retry: throttled
    headers:
      Retry-After: { description: Seconds to wait., schema: { type: integer, minimum: 0 } }
`;
}

function configText(file: string): string {
  const targets = PRODUCTS.filter(({ byDefault }) => byDefault).map(
    ({ kind }) => `  - { kind: ${kind}, table: ./${file}.errors.yaml, out: ./errors/${kind} }\n`,
  );
  return `# yaml-language-server: $schema=./node_modules/errtable/spec/errtable.config.schema.json
targets:
${targets.join("")}`;
}
