// No verdict of a test depends on how fast the machine is: tests measure no time, and wait as long as the configuration says.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const TESTS = resolve(import.meta.dirname, "..");

/** Clocks that measure, waits that have a limit of their own, and limits of single tests in place of those of all. */
const TIMED =
  /performance\.now\(|hrtime|perf_hooks|vi\.wait(?:For|Until)\(|^ *\}, [\d_]+\);|^ *[\d_]{4,},?\n *\);|timeout: [\d_]{1,6},/m;

test("tests have no time limits of their own", () => {
  const paths = readdirSync(TESTS, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".test.ts") && !/node_modules|^cases\//.test(path));
  expect(paths.length).toBeGreaterThan(100);
  const timed = paths.filter((path) => path !== "project/timeless-tests.test.ts");
  expect(timed.filter((path) => TIMED.test(readFileSync(join(TESTS, path), "utf8")))).toEqual([]);
});
