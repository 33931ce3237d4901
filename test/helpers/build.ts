// Builds the package once before the tests, because the tests of the command line run the installed form. A build that is newer
// than everything that it is made of is taken as it is.
import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

export function setup(): void {
  if (isFresh()) return;
  execFileSync(process.execPath, [join(ROOT, "generator/build/build.mjs")], { stdio: "inherit" });
}

function isFresh(): boolean {
  // It has the time at which the build began.
  const built = modified("dist/THIRD-PARTY-NOTICES.txt");
  const sources = readdirSync(join(ROOT, "generator"), { recursive: true, encoding: "utf8" });
  const inputs = [...sources.map((path) => join("generator", path)), "generator", "package.json", "package-lock.json"];
  return inputs.every((path) => modified(path) < built);
}

/** In milliseconds since 1970; 0 where there is no such file. */
function modified(path: string): number {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
