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
import { productOf, scratchFolder } from "../../helpers/typescript-product.ts";
import { ESLINT_CONFIG, linterProgram } from "../../judges/linters/programs.ts";

/** Each table and form has statements that no other one has; the other tables are linted every night. */
const LINTED = ["kitchen-sink", "hostile-text", ...(isThorough ? ["function-compute", "nested", "three-hundred"] : [])];
const WITH_SERVER = ["kitchen-sink", "hostile-text"];
const SERVER: TypescriptOptions = { parts: ["codes", "guards", "messages", "decode", "table", "server"] };
const FORMS = [
  ...["cases", "integer-codes", "list", "pointers", "no-status"],
  ...(isThorough ? ["root-list", "twenty-integers", "hundred-statuses"] : []),
];

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly message: string }[];
}

test("is clean for ESLint with rules that know types", async () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { strict: true, target: "es2022" } }));
  const paths = new Map<string, string>();
  for (const name of LINTED) {
    mkdirSync(join(folder, name));
    const product = await productOf(TABLES[name] as Model, WITH_SERVER.includes(name) ? SERVER : {});
    expect(product.size).toBeGreaterThanOrEqual(13);
    for (const [path, text] of product) {
      writeFileSync(join(folder, name, path), text);
      // What is the same in every table and imports nothing is linted once.
      const key = /^(?:import|export) .* from /m.test(text) ? `${name}/${path}` : text;
      if (!paths.has(key)) paths.set(key, `${name}/${path}`);
    }
  }
  for (const name of FORMS) {
    mkdirSync(join(folder, name));
    for (const [path, text] of await productOf(FORM_TABLES[name] as Model, { parts: ["codes", "guards"] })) {
      writeFileSync(join(folder, name, path), text);
      paths.set(`${name}/${path}`, `${name}/${path}`);
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
