// The root installs only packages that run, build and test the main job; packages that only judge its outputs stand apart.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const JUDGES = join(ROOT, "test/judges");
const NIGHTLY = join(ROOT, "test/nightly");
const LOCKED = [
  "",
  "generator/build",
  "generator/editors/vscode",
  "test/bench",
  ...readdirSync(JUDGES).map((name) => `test/judges/${name}`),
  ...readdirSync(NIGHTLY).map((name) => `test/nightly/${name}`),
].filter((folder) => existsSync(join(ROOT, folder, "package.json")));

test("the root installs at most 150 packages", () => {
  const installed = JSON.parse(readFileSync(join(ROOT, "node_modules/.package-lock.json"), "utf8")) as {
    readonly packages: object;
  };
  expect(Object.keys(installed.packages).length).toBeLessThanOrEqual(150);
});

test("every package.json has a lock file, and none names the registry that it was made with", () => {
  expect(LOCKED.length).toBeGreaterThan(5);
  for (const folder of LOCKED)
    expect(readFileSync(join(ROOT, folder, "package-lock.json"), "utf8"), folder).not.toContain('"resolved"');
});

test("tests that need packages which the root does not install are called .judged.test.ts, and no others", () => {
  const folders = readdirSync(join(ROOT, "test")).filter(
    (name) => !["bench", "cases", "judges", "nightly"].includes(name),
  );
  const files = folders
    .filter((name) => !name.includes("."))
    .flatMap((name) => filesBelow(join(ROOT, "test", name)))
    .filter((path) => path.endsWith(".test.ts"));
  expect(files.length).toBeGreaterThan(50);
  const wrong = files.filter((path) => path.endsWith(".judged.test.ts") !== needsOthers(path));
  expect(wrong).toEqual([]);
});

/** Whether a file in `test` imports, itself or through others, code that lives beside such packages. */
function needsOthers(path: string): boolean {
  if (path.startsWith(JUDGES) || path === join(ROOT, "generator/build/sources.ts")) return true;
  if (!path.startsWith(join(ROOT, "test"))) return false;
  const text = readFileSync(path, "utf8");
  // The scratch copy of the project runs with the packages of the build scripts.
  if (text.includes("generator/build/node_" + "modules")) return true;
  const specifiers = [...text.matchAll(/^(?:\}|import .*) from "(\.[^"]+\.ts)";$/gm)];
  return specifiers.some(([, to = ""]) => needsOthers(join(dirname(path), to)));
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path));
}
