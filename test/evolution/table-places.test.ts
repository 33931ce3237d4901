// Paths of changes lead to keys in the files of a table, in imported tables too.
import { expect, test } from "vitest";
import { placesIn } from "../../generator/evolution/table-places.ts";
import { resolveFiles } from "../helpers/resolve.ts";

const table = resolveFiles({
  "shop.errors.yaml":
    "errtable: 1\nname: Shop\nimports: [./common.errors.yaml]\nerrors:\n  Gone:\n    status: 410\nretired:\n  Old: {}\n",
  "common.errors.yaml":
    "errtable: 1\nname: Common\nerrors:\n  Busy:\n    status: 409\n    cases:\n      a: { message: x }\nretired:\n  Older: {}\n",
});

test.each<[string, readonly string[], string]>([
  ["a field", ["errors", "Gone", "status"], "shop.errors.yaml:status"],
  ["a field that is not there", ["errors", "Gone", "retry"], "shop.errors.yaml:Gone"],
  ["a row of an imported table", ["errors", "Busy"], "common.errors.yaml:Busy"],
  ["a case", ["errors", "Busy", "cases", "a", "status"], "common.errors.yaml:a"],
  ["a row that is not there", ["errors", "Lost"], "shop.errors.yaml:errors"],
  ["a retired code", ["retired", "Old"], "shop.errors.yaml:Old"],
  ["a retired code of an imported table", ["retired", "Older", "since"], "common.errors.yaml:Older"],
  ["the body of a table without one", ["body", "code"], "shop.errors.yaml:name"],
  ["nothing", [], "shop.errors.yaml:name"],
])("%s", (_, path, expected) => {
  const { source, span } = placesIn(table)(path);
  expect(`${source.path}:${source.text.slice(span.start, span.end)}`.replace(/^\//, "")).toBe(expected);
});
