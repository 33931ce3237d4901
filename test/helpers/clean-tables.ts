// Tables of every kind, as models, of which linters and formatters find the product clean.
import type { Model } from "../../generator/model/model.ts";
import { modelOf, modelOfFile, modelOfText } from "./model-fixtures.ts";
import { TERSE_TABLES } from "./terse-tables.ts";

export const CLEAN_TABLES: Readonly<Record<string, Model>> = {
  "function-compute": modelOfFile("spec/function-compute.errors.yaml"),
  "kitchen-sink": modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml"),
  nested: modelOfFile("test/cases/kitchen-sink/nested.errors.yaml"),
  problem: modelOfFile("test/cases/kitchen-sink/problem.errors.yaml"),
  carrier: modelOfFile("test/cases/kitchen-sink/carrier.errors.yaml"),
  scanner: modelOfFile("test/cases/kitchen-sink/scanner.errors.yaml"),
  gatehouse: modelOfFile("test/cases/kitchen-sink/gatehouse.errors.yaml"),
  placeholders: modelOfFile("test/cases/placeholders/placeholders.errors.yaml"),
  "hostile-text": modelOfFile("test/cases/hostile-text/hostile-text.errors.yaml"),
  "hostile-proto": modelOfFile("test/cases/hostile-text/hostile-proto.errors.yaml"),
  "hostile-forms": modelOfFile("test/cases/hostile-text/hostile-forms.errors.yaml"),
  "hostile-list": modelOfFile("test/cases/hostile-text/hostile-list.errors.yaml"),
  minimal: modelOfFile("test/cases/minimal/minimal.errors.yaml"),
  "a-hundred": hundred(100),
  "three-hundred": hundred(300),
  "texts-alone": modelOfText(TERSE_TABLES["numbers with names and sentences"](70)),
  constants: modelOfText(TERSE_TABLES["names with a constant"](70)),
  empty: modelOf({ errors: {} }),
  "long-names": modelOf({
    name: "A".repeat(38),
    errors: {
      ["C".repeat(128)]: { status: 404, message: "long", identifier: "Long" },
      Next: { status: 404, message: "%d of %s", params: { count: {}, name: {} }, retry: "never" },
    },
    retired: { Former: { since: "1.0.0", replacedBy: "Next", reason: "It is gone.\n\nReally." }, Lost: {} },
  }),
};

function hundred(count: number): Model {
  const errors = Array.from({ length: count }, (_, index) => [
    `Resource.Number${index}NotFound`,
    {
      status: 400 + (index % 9),
      message: `resource %s of kind ${index} does not exist (%d)`,
      params: { name: {}, limit: {} },
      retry: "never",
      ...(index % 70 === 0 ? { details: { type: "object", properties: { at: { type: "integer" } } } } : {}),
    },
  ]);
  return modelOf({ name: "Hundred", errors: Object.fromEntries(errors) });
}
