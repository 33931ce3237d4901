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
import { modelOf } from "../helpers/model-fixtures.ts";
import { isThorough, runs } from "../helpers/thorough.ts";
import { productOf } from "../helpers/typescript-files.ts";
import { diagnose } from "../judges/compilers/compilers.ts";
import { editedTable } from "./edited-table.ts";
import { exampleTable, soundModel } from "./example-table.ts";

const FOLDER = join(import.meta.dirname, "../../node_modules/.cache/errtable-breaks");

/** The findings of the compiler by the folder of the program. */
let findings: ReadonlyMap<string, readonly string[]>;

beforeAll(
  async () => {
    rmSync(FOLDER, { recursive: true, force: true });
    for (const rule of changeRules as readonly ChangeRule[]) {
      const [old, after] = (["old", "new"] as const).map((which) =>
        modelFor({}, buildModel(exampleTable(rule.example[which]))),
      ) as [Model, Model];
      await writeProgram(`${rule.id}.same`, old, old);
      await writeProgram(rule.id, old, after);
    }
    for (const [
      index,
      {
        tables: [old, after],
      },
    ] of edits.entries()) {
      await writeProgram(`edit${index}.same`, old, old);
      await writeProgram(`edit${index}`, old, after);
    }
    for (const [index, [, old, after]] of [...caseEdits, ...valueEdits].entries()) {
      const [before, now] = [casesModel(old), casesModel(after)];
      await writeProgram(`case${index}.same`, before, before);
      await writeProgram(`case${index}`, before, now);
    }
    findings = await compiled();
  },
  120_000 * (isThorough ? 4 : 1),
);

type Facts = Readonly<Record<string, unknown>>;

/** Two cases of a code before and after an edit, and the break of the source in it, if there is one. */
const caseEdits: readonly (readonly [string, readonly [Facts, Facts], readonly [Facts, Facts], string?])[] = [
  ["statuses that change places", [{ status: 404 }, { status: 503 }], [{ status: 503 }, { status: 404 }]],
  [
    "a status that no case has any more",
    [{ status: 404 }, { status: 503 }],
    [{ status: 503 }, { status: 503 }],
    "status-class-changed",
  ],
  ["a status that the other case keeps", [{ status: 404 }, { status: 404 }], [{}, { status: 404 }]],
  [
    "one more status that the other case has",
    [{ status: 404 }, { status: 503 }],
    [{ status: [404, 503] }, { status: 503 }],
  ],
  [
    "one status less that the other case has",
    [{ status: [404, 503] }, { status: 503 }],
    [{ status: 404 }, { status: 503 }],
  ],
  ["a status of its own that is stated", [{ status: 404 }, {}], [{ status: 404 }, { status: 409 }], "status-added"],
  ["the status of the other case that is stated", [{ status: 404 }, {}], [{ status: 404 }, { status: 404 }]],
  [
    "a class that the code did not have",
    [{ retry: "backoff" }, { retry: "never" }],
    [{ retry: "never" }, { retry: "never" }],
  ],
  [
    "a weaker class in one of two cases",
    [{ retry: "backoff" }, { retry: "backoff" }],
    [{ retry: "never" }, { retry: "backoff" }],
    "retry-weakened",
  ],
  [
    "a weaker class beside another one",
    [{ retry: "throttled" }, { retry: "never" }],
    [{ retry: "backoff" }, { retry: "never" }],
  ],
  [
    "a stronger class in one of two cases",
    [{ retry: "never" }, { retry: "never" }],
    [{ retry: "backoff" }, { retry: "never" }],
    "retry-withdrawn",
  ],
];

const named = (schema: object): Facts => ({ details: { type: "object", properties: { name: schema } } });
const TEXT = { type: "string" };
const NULLABLE = { type: ["string", "null"] };
const each = (schema: object): readonly [Facts, Facts] => [named(schema), named(schema)];

const constant = (constants: object): readonly [Facts, Facts] => [{ constants }, { constants }];

/** Values that details may have, before and after an edit; types do not show all of them. */
const valueEdits: typeof caseEdits = [
  ["a longer text", each({ ...TEXT, maxLength: 3 }), each({ ...TEXT, maxLength: 4 })],
  ["a shorter text", each(TEXT), each({ ...TEXT, maxLength: 3 })],
  ["another pattern", each({ ...TEXT, pattern: "^a" }), each({ ...TEXT, pattern: "^b" })],
  ["a higher minimum", each({ type: "integer" }), each({ type: "integer", minimum: 1 })],
  ["numbers instead of integers", each({ type: "integer" }), each({ type: "number" })],
  ["fewer items", each({ type: "array" }), each({ type: "array", maxItems: 2 })],
  ["one type more", each(TEXT), each(NULLABLE), "member-widened"],
  ["one type less", each(NULLABLE), each(TEXT), "member-narrowed"],
  ["another type", each(TEXT), each({ type: "boolean" }), "member-changed"],
  ["one value more", each({ enum: ["a"] }), each({ enum: ["a", "b"] }), "member-widened"],
  [
    "one more member of a closed object",
    each({ type: "object", properties: { a: TEXT }, additionalProperties: false }),
    each({ type: "object", properties: { a: TEXT, b: TEXT }, additionalProperties: false }),
  ],
  [
    "an object that is closed",
    each({ type: "object", properties: { a: TEXT } }),
    each({ type: "object", properties: { a: TEXT }, additionalProperties: false }),
  ],
  ["a value that the other case has", [named(TEXT), named(NULLABLE)], [named(NULLABLE), named(NULLABLE)]],
  ["a constant less in items", constant({ "/causes/-/a": "x" }), constant({}), "constant-removed"],
  ["a constant more in items", constant({}), constant({ "/causes/-/a": "x" }), "constant-added"],
  [
    "one constant less of two in items",
    constant({ "/causes/-/a": "x", "/causes/-/b": "y" }),
    constant({ "/causes/-/a": "x" }),
  ],
  ["a constant less in items of a list", constant({ "/reasons/-/a": "x" }), constant({})],
  ["a type that a case without details has as well", [named(TEXT), {}], [named(NULLABLE), {}]],
];

function casesModel([one, two]: readonly [Facts, Facts]): Model {
  const cases = { one: { message: "is busy", ...one }, two: { message: "is late", ...two } };
  const errors = { Busy: { cases }, Gone: { status: 410, message: "is gone", retry: "never" } };
  const properties = { "/causes": {}, "/reasons": { type: "array" } };
  return modelFor({}, modelOf({ body: { code: "/code", message: "/message", properties }, errors }));
}

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

test.each([...caseEdits, ...valueEdits].map((edit, index) => [edit[0], index] as const))(
  "a case gets %s",
  (_, index) => {
    const [, old, after, rule] = [...caseEdits, ...valueEdits][index] ?? raise();
    const claimed = findChanges(casesModel(old), casesModel(after)).filter(
      ({ level, scope }) => scope !== "wire" && (level === "major" || level === "dangerous"),
    );
    expect([...new Set(claimed.map((change) => change.rule))]).toEqual(rule === undefined ? [] : [rule]);
    expect(findings.get(`case${index}.same`) ?? []).toEqual([]);
    const own = findings.get(`case${index}`) ?? [];
    if (rule === undefined) expect(own).toEqual([]);
    else expect(own).not.toEqual([]);
  },
);

function raise(): never {
  throw new Error("There is no such edit.");
}

const BREAKING: ReadonlySet<string> = new Set(
  (changeRules as readonly ChangeRule[]).flatMap(({ id, compiles }) => (compiles ? [] : [id])),
);

/** Random edits of random tables, and whether they break the source, as the rules see it; at night of other tables each time. */
const edits = fc
  .sample(fc.tuple(anyFormFiles(3), fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 })), {
    numRuns: runs(60),
    ...(isThorough ? {} : { seed: 7 }),
  })
  .flatMap(([files, choices]) => {
    const [name = "", text = ""] = Object.entries(files)[0] ?? [];
    const [old, after] = [text, editedTable(text, choices)].map((each) => soundModel(name, each));
    if (old === undefined || after === undefined) return [];
    const changes = findChanges(old, after).filter(({ level }) => level === "major" || level === "dangerous");
    const tables = [modelFor({}, old), modelFor({}, after)] as const;
    // The type of a code may have from another case what one of its cases loses.
    const isProvable = changes.some(
      ({ rule, scope, case: name }) => scope !== "wire" && name === undefined && BREAKING.has(rule),
    );
    return [{ tables, changes, isBroken: changes.some(({ scope }) => scope !== "wire"), isProvable }];
  });

test("an edit in which no rule sees a break leaves programs compiling, and one in which a rule sees it does not", () => {
  expect(edits.filter(({ isBroken }) => !isBroken).length).toBeGreaterThan(5);
  expect(edits.filter(({ isProvable }) => isProvable).length).toBeGreaterThan(5);
  for (const [index, { tables, changes, isBroken, isProvable }] of edits.entries()) {
    // An error whose details allow no value at all has a type without members, of which a program may have nothing.
    const before = (findings.get(`edit${index}.same`) ?? []).map(withoutFolder);
    const now = (findings.get(`edit${index}`) ?? []).map(withoutFolder);
    const fresh = now.filter((line) => !before.includes(line));
    if (!isBroken) expect(fresh, JSON.stringify(tables)).toEqual([]);
    if (isProvable) expect(fresh, JSON.stringify([changes, tables])).not.toEqual([]);
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
