import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { defineConfig } from "vitest/config";

const ROOT = resolve(import.meta.dirname, "../..");

/** Tests of the suite that try more at night. */
const THOROUGH = readdirSync(join(ROOT, "test"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".test.ts") && !path.includes("node_modules"))
  .map((path) => join("test", path).replaceAll("\\", "/"))
  .filter((path) => readFileSync(join(ROOT, path), "utf8").includes("helpers/thorough.ts"));

export default defineConfig({
  test: {
    root: ROOT,
    globalSetup: ["test/helpers/build.ts"],
    env: { ERRTABLE_THOROUGH: "1" },
    include: ["test/nightly/**/*.nightly.ts", ...THOROUGH],
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
