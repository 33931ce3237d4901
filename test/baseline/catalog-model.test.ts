// errors.json becomes the model that it was made of, for every table; a file of another form is told by its places.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { modelOfCatalog } from "../../generator/baseline/catalog-model.ts";
import { findChanges } from "../../generator/evolution/compare.ts";
import type { Model } from "../../generator/model/model.ts";
import { catalogOf } from "../../generator/products/catalog/errors-json.ts";
import { renderJson } from "../../generator/text/json/json.ts";
import type { JsonObject } from "../../generator/text/json/value.ts";
import { anyForm, anyTable } from "../helpers/any-table.ts";
import { CLEAN_TABLES } from "../helpers/clean-tables.ts";
import { modelOfFile } from "../helpers/model-fixtures.ts";
import "../helpers/seeds.ts";

const CORPUS = "test/corpora/apis";

/** Objects without a prototype and plain ones hold the same. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function expectSame(model: Model): void {
  const { model: read, faults } = modelOfCatalog(JSON.parse(renderJson(catalogOf(model))) as JsonObject);
  expect(faults).toEqual([]);
  expect(plain(read)).toEqual(plain(model));
  expect(findChanges(read, model)).toEqual([]);
}

describe("errors.json becomes its model again", () => {
  test.each(Object.keys(CLEAN_TABLES))("%s", (name) => expectSame(CLEAN_TABLES[name] as Model));

  test.each(readdirSync(join(import.meta.dirname, "../..", CORPUS)).filter((name) => name.endsWith(".errors.yaml")))(
    "%s",
    (name) => expectSame(modelOfFile(`${CORPUS}/${name}`)),
  );

  test("any table", () => {
    fc.assert(fc.property(fc.oneof(anyTable, anyForm()), expectSame), { numRuns: 50 });
  });
});
