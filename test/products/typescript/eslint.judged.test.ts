// Generated TypeScript is clean for ESLint, with the rules of typescript-eslint that know types.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import type { Model } from "../../../generator/model/model.ts";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { CLEAN_TABLES as TABLES } from "../../helpers/clean-tables.ts";
import { FORM_TABLES } from "../../helpers/form-tables.ts";
import { isThorough } from "../../helpers/thorough.ts";
import { EVERY_ADAPTER, EVERY_PART, productOf, scratchFolder } from "../../helpers/typescript-product.ts";
import { ESLINT_CONFIG, linterProgram } from "../../judges/linters/programs.ts";

const HOSTILE = TABLES["hostile-text"] as Model;

/** Each table and form has statements that no other one has; the other tables and rows are linted every night. */
const LINTED: Readonly<Record<string, readonly [Model, TypescriptOptions]>> = {
  ...entriesOf(["kitchen-sink"], TABLES, {}),
  "hostile-text": [isThorough ? HOSTILE : withFewErrors(HOSTILE), EVERY_PART],
  "texts-alone": [TABLES["texts-alone"] as Model, EVERY_PART],
  constants: [TABLES["constants"] as Model, { parts: ["codes", "guards", "messages"] }],
  cases: [FORM_TABLES["cases"] as Model, { ...EVERY_PART, ...EVERY_ADAPTER }],
  ...entriesOf(["integer-codes", "list", "pointers", "no-status"], FORM_TABLES, { parts: ["codes", "guards"] }),
  ...(isThorough ? entriesOf(["function-compute", "nested", "three-hundred"], TABLES, {}) : {}),
  ...(isThorough ? entriesOf(["root-list", "twenty-integers", "hundred-statuses"], FORM_TABLES, {}) : {}),
};

function entriesOf(names: readonly string[], tables: Readonly<Record<string, Model>>, options: TypescriptOptions) {
  return Object.fromEntries(names.map((name) => [name, [tables[name] as Model, options] as const]));
}

/** A quarter of them. */
function withFewErrors(model: Model): Model {
  return { ...model, errors: model.errors.filter((_, index) => index % 4 === 0) };
}

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly message: string }[];
}

test("is clean for ESLint with rules that know types", async () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { strict: true, target: "es2022" } }));
  const paths = new Map<string, string>();
  for (const [name, [model, options]] of Object.entries(LINTED)) {
    mkdirSync(join(folder, name));
    for (const [path, text] of await productOf(model, options)) {
      writeFileSync(join(folder, name, path), text);
      // What is the same in every table and imports nothing is linted once.
      const key = /^(?:import|export) .* from /m.test(text) ? `${name}/${path}` : text;
      if (!paths.has(key)) paths.set(key, `${name}/${path}`);
    }
  }
  // Were nothing looked at, nothing would be found.
  writeFileSync(join(folder, "wrong.ts"), "export const wrong = JSON.parse('') as any;\n");
  const options = ["--config", ESLINT_CONFIG, "--format", "json", "wrong.ts", ...paths.values()];
  const done = spawnSync(linterProgram("eslint"), options, { cwd: folder, encoding: "utf8", maxBuffer: 1e9 });
  expect(done.stderr).toBe("");
  const files = JSON.parse(done.stdout) as readonly LintedFile[];
  expect(files).toHaveLength(paths.size + 1);
  const found = files.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, message }) => `${relative(folder, filePath)}:${line} ${ruleId}: ${message}`),
  );
  expect(found.filter((each) => !each.startsWith("wrong.ts"))).toEqual([]);
  expect(found.join()).toContain("no-explicit-any");
});
