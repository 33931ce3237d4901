// Runs tests that need large packages or many minutes, and tests of the suite that try more at night: npm run nightly. Arguments
// are Vitest's.
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { install } from "../../generator/build/install.mjs";

const ROOT = resolve(import.meta.dirname, "../..");

install(["", "generator/build", "test/judges", "test/nightly"]);

const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, "node_modules/vitest/vitest.mjs"),
    ...["run", "--config", join(ROOT, "test/nightly/vitest.config.ts")],
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, stdio: "inherit" },
);
process.exit(status ?? 1);
