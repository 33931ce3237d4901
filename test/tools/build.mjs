// Builds dist/ from generator/: tsc for the sources, a copy for the validators that were compiled ahead.
import { spawnSync } from "node:child_process";
import { copyFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");
const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));

rmSync(join(root, "dist"), { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [join(typescript, "bin/tsc"), "-p", "tsconfig.build.json"], {
  cwd: root,
  stdio: "inherit",
});
for (const name of ["validators.gen.js", "validators.gen.d.ts"]) {
  copyFileSync(join(root, "generator/spec", name), join(root, "dist/spec", name));
}
process.exitCode = status ?? 1;
