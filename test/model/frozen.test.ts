// Products cannot change a model, because all of it is frozen.
import { expect, test } from "vitest";
import { modelOfFile } from "../helpers/model-fixtures.ts";

test.each([
  "spec/function-compute.errors.yaml",
  "test/cases/kitchen-sink/kitchen-sink.errors.yaml",
  "test/cases/kitchen-sink/scanner.errors.yaml",
])("every object of the model of %s is frozen", (path) => {
  expect(unfrozen(modelOfFile(path), "")).toEqual([]);
});

/** The pointers of the objects that a program could change. */
function unfrozen(value: unknown, at: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, member]) => unfrozen(member, `${at}/${name}`));
  return Object.isFrozen(value) ? inner : [at, ...inner];
}
