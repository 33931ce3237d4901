// A compiler proves the rules: each one that claims so breaks programs of the old version, and no other one does.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { findChanges } from "../../generator/evolution/compare.ts";
import { consumerText, oldConsumer } from "../../generator/evolution/old-consumer.ts";
import type { ChangeRule } from "../../generator/evolution/rules/engine/change-rule.ts";
import { changeRules } from "../../generator/evolution/rules/index.ts";
import { modelFor } from "../../generator/model/audience.ts";
import { buildModel } from "../../generator/model/build.ts";
import type { Model } from "../../generator/model/model.ts";
import { anyFormFiles } from "../helpers/any-table.ts";
import { isThorough, runs } from "../helpers/thorough.ts";
import { productOf } from "../helpers/typescript-files.ts";
import { diagnose } from "../judges/compilers/compilers.ts";
import { editedTable } from "./edited-table.ts";
import { exampleTable, soundModel } from "./example-table.ts";

const FOLDER = join(import.meta.dirname, "../../node_modules/.cache/errtable-breaks");

/** The findings of the compiler by the folder of the program. */
let findings: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const rule of changeRules as readonly ChangeRule[]) {
    const [old, after] = (["old", "new"] as const).map((which) =>
      modelFor({}, buildModel(exampleTable(rule.example[which]))),
    ) as [Model, Model];
    await writeProgram(`${rule.id}.same`, old, old);
    await writeProgram(rule.id, old, after);
  }
  for (const [index, [old, after]] of unbroken.entries()) {
    await writeProgram(`edit${index}.same`, old, old);
    await writeProgram(`edit${index}`, old, after);
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

/** Random edits of random tables that break no source, as the rules see it; at night of other tables each time. */
const unbroken = fc
  .sample(fc.tuple(anyFormFiles(3), fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 })), {
    numRuns: runs(30),
    ...(isThorough ? {} : { seed: 7 }),
  })
  .flatMap(([files, choices]): readonly (readonly [Model, Model])[] => {
    const [name = "", text = ""] = Object.entries(files)[0] ?? [];
    const [old, after] = [text, editedTable(text, choices)].map((each) => soundModel(name, each));
    if (old === undefined || after === undefined) return [];
    const breaks = findChanges(old, after).some(
      ({ level, scope }) => scope !== "wire" && (level === "major" || level === "dangerous"),
    );
    return breaks ? [] : [[modelFor({}, old), modelFor({}, after)]];
  });

test("an edit in which no rule sees a break leaves programs compiling", () => {
  expect(unbroken.length).toBeGreaterThan(5);
  for (const [index, tables] of unbroken.entries()) {
    // An error whose details allow no value at all has a type without members, of which a program may have nothing.
    const before = (findings.get(`edit${index}.same`) ?? []).map(withoutFolder);
    const now = (findings.get(`edit${index}`) ?? []).map(withoutFolder);
    const fresh = now.filter((line) => !before.includes(line));
    expect(fresh, JSON.stringify(tables)).toEqual([]);
  }
});

function withoutFolder(line: string): string {
  return line.slice(line.indexOf("/"));
}

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
