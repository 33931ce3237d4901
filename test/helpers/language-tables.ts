// Tables of every kind, as models, of which TypeScript and JavaScript are made in all their forms.
import type { Model } from "../../generator/model/model.ts";
import { modelOf, modelOfFile } from "./model-fixtures.ts";

export const LANGUAGE_TABLES: Readonly<Record<string, Model>> = {
  "function-compute": modelOfFile("spec/function-compute.errors.yaml"),
  "kitchen-sink": modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml"),
  "hostile-text": modelOfFile("test/cases/hostile-text/hostile-text.errors.yaml"),
  nested: modelOfFile("test/cases/kitchen-sink/nested.errors.yaml"),
  "tuple-in-list": modelOfFile("test/cases/tuples/list.errors.yaml"),
  "tuple-at-root": modelOfFile("test/cases/tuples/root.errors.yaml"),
  "tuple-inside": modelOfFile("test/cases/tuples/nested.errors.yaml"),
  "three-hundred": manyCodes(300),
  numeric: numericMembers(),
  empty: modelOf({ errors: {} }),
};

function manyCodes(count: number): Model {
  const errors = Array.from({ length: count }, (_, index) => [
    `Area${index % 7}.Code${index}`,
    {
      status: 400 + (index % 9),
      ...(index % 3 === 0
        ? {}
        : { message: `code ${index}: %s of %d`, params: { name: {}, count: { type: "integer" } } }),
      ...(index % 70 === 0 ? { details: { type: "object", properties: { at: { type: "integer" } } } } : {}),
      ...(index % 2 === 0 ? { retry: "backoff" } : {}),
    },
  ]);
  return modelOf({ name: "Many", errors: Object.fromEntries(errors) });
}

/** Numbers as names, from which formatters take the quotes in JavaScript alone. */
function numericMembers(): Model {
  const errors = { "404": { status: 404, message: "no %s", params: { name: {} } }, "1.50": { status: 400 } };
  const properties = { "0": { type: "string", example: "x" }, "/more/20000": { type: "string", example: "y" } };
  return modelOf({
    name: "Numeric",
    body: { code: "/code", message: "/message", properties, required: ["0"] },
    errors,
  });
}
