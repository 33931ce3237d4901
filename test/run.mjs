// Runs the tests in a checkout as Git makes it: packages that are missing are installed first. Arguments are Vitest's.
// With --quick, tests that need one of test/judges and slow tests are left out, and the judges are not installed.
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { install } from "../generator/build/install.mjs";

const ROOT = resolve(import.meta.dirname, "..");

/** These start programs, format much or try many values, for more than five seconds each. */
const SLOW = [
  "test/baseline/git-baselines.test.ts",
  "test/build/printing-alone.test.ts",
  "test/command/{cli,maker-thread,watch}.test.ts",
  "test/corpora/tables/tables.test.ts",
  "test/decode/*.test.ts",
  "test/language-server/keystrokes.test.ts",
  "test/output/{git-merges,interrupted,layout-difference}.test.ts",
  "test/owned/embed.test.ts",
  "test/products/local-changes.test.ts",
  "test/products/catalog/{catalog,guards-agree}.test.ts",
  "test/products/docs/docs.test.ts",
  "test/products/openapi/{any-forms,openapi}.test.ts",
  "test/products/typescript/{any-form,api-responses,bundle,clean,comments,forms,guards,language,lookup}.test.ts",
  "test/project/{any-table,hooks,readme}.test.ts",
  "test/reader/{any-value,help,pieces,validate}.test.ts",
  "test/report/patch.test.ts",
  "test/schema/json-schema-forms.test.ts",
  "test/text/markdown-render.test.ts",
];

const words = process.argv.slice(2);
const isQuick = words.includes("--quick");
install(isQuick ? [""] : ["", "generator/build", "test/judges"]);

const excluded = isQuick ? ["test/**/*.judged.test.ts", ...SLOW] : [];
const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, "node_modules/vitest/vitest.mjs"),
    ...["run", "--config", join(ROOT, "test/vitest.config.ts")],
    ...excluded.flatMap((pattern) => ["--exclude", pattern]),
    ...words.filter((word) => word !== "--quick"),
  ],
  { cwd: ROOT, stdio: "inherit" },
);
process.exit(status ?? 1);
