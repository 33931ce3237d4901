// Builds the package once before the tests: those of the command line run what people install.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

export function setup(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, "../../generator/build/build.mjs")], { stdio: "inherit" });
}
