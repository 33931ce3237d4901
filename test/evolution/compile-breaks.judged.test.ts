// A compiler proves the rules: each one that claims so breaks programs of the old version, and no other one does.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { ChangeRule } from "../../generator/evolution/change-rule.ts";
import { consumerText, oldConsumer } from "../../generator/evolution/old-consumer.ts";
import { changeRules } from "../../generator/evolution/rules/index.ts";
import { modelFor } from "../../generator/model/audience.ts";
import { buildModel } from "../../generator/model/build.ts";
import type { Model } from "../../generator/model/model.ts";
import { productOf } from "../helpers/typescript-files.ts";
import { diagnose } from "../judges/compilers/compilers.ts";
import { exampleTable } from "./example-table.ts";

const FOLDER = join(import.meta.dirname, "../../node_modules/.cache/errtable-breaks");

/** The findings of the compiler by the folder of the program. */
let findings: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const rule of changeRules as readonly ChangeRule[]) {
    const [old, after, fine] = (["old", "new", "fine"] as const).map((which) =>
      modelFor({}, buildModel(exampleTable(rule.example[which]))),
    ) as [Model, Model, Model];
    await writeProgram(`${rule.id}.same`, old, old);
    await writeProgram(rule.id, old, after);
    await writeProgram(`${rule.id}.fine`, old, fine);
  }
  findings = await compiled();
}, 120_000);

describe.each(changeRules.map((rule) => [rule.id, rule] as const))("%s", (id, rule: ChangeRule) => {
  test("has a program that compiles with the old version", () => {
    expect(findings.get(`${id}.same`) ?? []).toEqual([]);
  });

  test(rule.compiles ? "leaves it compiling" : "is an error of the compiler", () => {
    const own = findings.get(id) ?? [];
    if (rule.compiles) expect(own).toEqual([]);
    else expect(own).not.toEqual([]);
  });
});

async function writeProgram(name: string, old: Model, after: Model): Promise<void> {
  const folder = join(FOLDER, name);
  mkdirSync(folder, { recursive: true });
  const known = await declarations(old);
  writeFileSync(join(folder, "known.d.ts"), known);
  writeFileSync(join(folder, "errors.d.ts"), await declarations(after));
  writeFileSync(join(folder, "program.ts"), consumerText(oldConsumer(old, known)));
}

async function declarations(model: Model): Promise<string> {
  const files = await productOf(model, { language: "js", files: "single", parts: ["codes", "guards", "messages"] });
  return files.get("errors.d.ts") ?? "";
}

async function compiled(): Promise<ReadonlyMap<string, readonly string[]>> {
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022"],
    module: "nodenext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: [],
  };
  const project = join(FOLDER, "tsconfig.json");
  writeFileSync(join(FOLDER, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(project, JSON.stringify({ compilerOptions, include: ["*/program.ts"] }));
  const [text = ""] = await diagnose("typescript", [project], FOLDER);
  const found = new Map<string, string[]>();
  for (const line of text.split("\n")) {
    const [, folder] = /^([^/\s]+)\/\S+\(\d+,\d+\): error/.exec(line) ?? [];
    if (folder !== undefined) found.set(folder, [...(found.get(folder) ?? []), line]);
  }
  return found;
}
