// Runs the tests in a checkout as Git makes it: packages that are missing are installed first. Arguments are Vitest's.
// With --quick, tests that need one of test/judges are left out, and these packages are not installed.
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { install } from "../generator/build/install.mjs";

const ROOT = resolve(import.meta.dirname, "..");
const words = process.argv.slice(2);
const isQuick = words.includes("--quick");

install(isQuick ? [""] : ["", "generator/build", "test/judges"]);
const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
const rest = words.filter((word) => word !== "--quick");
const exclude = isQuick ? ["--exclude", "**/*.judged.test.ts"] : [];
const { status } = spawnSync(
  process.execPath,
  [vitest, "run", "--config", join(ROOT, "test/vitest.config.ts"), ...exclude, ...rest],
  { cwd: ROOT, stdio: "inherit" },
);
process.exit(status ?? 1);
