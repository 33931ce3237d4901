// Where no break is found, none is there: bodies of either version are taken by the other one, for random edits of random tables.
import fc from "fast-check";
import { expect, test } from "vitest";
import { modelOfCatalog } from "../../generator/baseline/catalog-model.ts";
import type { Change } from "../../generator/evolution/change.ts";
import { findChanges } from "../../generator/evolution/compare.ts";
import { modelFor } from "../../generator/model/audience.ts";
import { codeAndMessage, commonMembers, ownSchema } from "../../generator/model/body-schema.ts";
import type { ErrorModel, Model } from "../../generator/model/model.ts";
import { catalogOf } from "../../generator/products/catalog/errors-json.ts";
import { fits } from "../../generator/schema/conforms.ts";
import { holderSchema } from "../../generator/schema/members.ts";
import type { Json } from "../../generator/text/json/value.ts";
import { anyFormFiles, anyTableFiles } from "../helpers/any-table.ts";
import { modelOfFiles } from "../helpers/model-fixtures.ts";
import { runs } from "../helpers/thorough.ts";
import { editedTable } from "./edited-table.ts";
import { soundModel } from "./example-table.ts";
import "../helpers/seeds.ts";

test("two equal tables have no changes, read from YAML or from a catalogue", () => {
  fc.assert(
    fc.property(anyTableFiles, (files) => {
      const model = modelOfFiles(files);
      const again = modelOfFiles(files);
      expect(findChanges(model, again)).toEqual([]);
      const { model: read } = modelOfCatalog(JSON.parse(JSON.stringify(catalogOf(model))));
      if (read === undefined) throw new Error("The catalogue is not read.");
      expect(findChanges(read, model)).toEqual([]);
      expect(findChanges(model, read)).toEqual([]);
    }),
    { numRuns: runs(8) },
  );
});

const anyEdit = fc.tuple(
  fc.oneof(anyFormFiles(4), anyTableFiles),
  fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
);

test("without a break, bodies of either version are taken by the other one", () => {
  const seen = { compared: 0, checked: 0, rules: new Set<string>() };
  fc.assert(
    fc.property(anyEdit, ([files, choices]) => {
      const [name = "", text = ""] = Object.entries(files)[0] ?? [];
      const [old, after] = [text, editedTable(text, choices)].map((each) => soundModel(name, each));
      if (old === undefined || after === undefined) return;
      seen.compared += 1;
      const changes = findChanges(old, after);
      for (const { rule } of changes) seen.rules.add(rule);
      const [before, now] = [modelFor({}, old), modelFor({}, after)];
      for (const error of before.errors) {
        const same = now.errors.find(({ code }) => code === error.code);
        if (same === undefined) {
          expect(
            changes.filter(({ level, code }) => code === error.code && level !== "minor" && level !== "patch"),
          ).not.toEqual([]);
          continue;
        }
        seen.checked += 1;
        if (isSafe(changes, error.code, "consumer")) expectTaken(same, error, before);
        if (isSafe(changes, error.code, "producer")) expectTaken(error, same, now);
      }
    }),
    { numRuns: runs(60) },
  );
  expect(seen.compared).toBeGreaterThan(runs(5));
  expect(seen.checked).toBeGreaterThan(runs(5));
  expect(seen.rules.size).toBeGreaterThan(2);
});

/** Whether no finding warns those who read, or make, bodies of the code. */
function isSafe(changes: readonly Change[], code: string, side: "consumer" | "producer"): boolean {
  return !changes.some(
    (change) =>
      (change.level === "major" || change.level === "dangerous") &&
      change.scope !== "source" &&
      (change.side === side || change.side === "both") &&
      (change.code === undefined || change.code === code),
  );
}

/** Every example of the one is a body of the other one, as its guards and schemas see it. */
function expectTaken(made: ErrorModel, known: ErrorModel, { body }: Model): void {
  const common = [...commonMembers(body), ...codeAndMessage(body, { const: known.wireCode })];
  const schemas = [holderSchema(common), ownSchema(known, body) ?? true];
  for (const { examples } of made.cases) {
    for (const example of examples) {
      const taken: Json = example.body;
      expect(
        schemas.map((schema) => fits(schema, taken)),
        JSON.stringify([taken, schemas]),
      ).toEqual([true, true]);
    }
  }
}
