// Compares a whole folder with what was made: missing, extra and different files all fail. UPDATE_GOLDEN=1 records anew.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";

export type Tree = Readonly<Record<string, string>>;

export function expectTree(folder: string, actual: Tree): void {
  if (process.env["UPDATE_GOLDEN"] === "1") record(folder, actual);
  expect(actual).toEqual(readTree(folder));
}

/** Every file below a folder, by its path with forward slashes. */
export function readTree(folder: string, prefix = ""): Tree {
  if (!existsSync(folder)) return {};
  const tree: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) Object.assign(tree, readTree(path, `${prefix}${entry.name}/`));
    else tree[`${prefix}${entry.name}`] = readFileSync(path, "utf8");
  }
  return tree;
}

function record(folder: string, actual: Tree): void {
  if (process.env["CI"]) throw new Error("Expectations are not recorded in CI.");
  // What is no longer made must not survive as an expectation.
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(actual)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
