// Tables of every kind, as models, of which OpenAPI components are made.
import { modelFor } from "../../generator/model/audience.ts";
import type { Model } from "../../generator/model/model.ts";
import { modelOf, modelOfFile } from "./model-fixtures.ts";

const PATHS = [
  "spec/function-compute.errors.yaml",
  "test/cases/minimal/minimal.errors.yaml",
  "test/cases/kitchen-sink/kitchen-sink.errors.yaml",
  "test/cases/kitchen-sink/nested.errors.yaml",
  "test/cases/kitchen-sink/problem.errors.yaml",
  "test/cases/hostile-text/hostile-text.errors.yaml",
  "test/cases/hostile-text/hostile-proto.errors.yaml",
];

/** A small table per form of bodies, codes and statuses. */
export const FORMS = ["cases", "integer-codes", "list", "root-list", "pointers", "no-status", "xml"].map(
  (form) => `test/cases/openapi-forms/${form}.errors.yaml`,
);

/** PascalCase, to begin the names of a table's components. */
export function formName(path: string): string {
  const [name = ""] = path.match(/[\w-]+(?=\.errors)/) ?? [];
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

export const TWO = {
  body: { code: "/errorCode", message: "/errorMessage" },
  errors: {
    NoSuchThing: { status: 404, message: "no %s", params: { thing: { example: "cup" } }, solution: "Buy one." },
    Slow: { status: 499, description: "Too slow.", retry: "backoff" },
  },
};

/** Codes below the top, several of one status, and details that are one of a few objects. */
export const NESTED = modelOf({
  body: { code: "/error/code", message: "/error/message" },
  errors: {
    A: { status: 404 },
    B: { status: 404, message: "no %s", params: { thing: { example: "cup" } } },
    C: { status: 400, details: { enum: [{ limit: 1, unit: "kg" }, { limit: 2 }] } },
    D: { status: 400, details: { const: { limit: { most: 1 } } } },
    E: { status: 400, details: { type: "object", properties: { at: { enum: [{ x: 1 }, { x: 2 }] } } } },
    F: { status: 400, details: { properties: { a: { type: "integer" } }, enum: [{ a: 1, b: [1] }, { a: 2 }] } },
  },
});

export const OPENAPI_TABLES: readonly (readonly [name: string, model: Model])[] = [
  ...[...PATHS, ...FORMS].map((path) => [path, modelFor({}, modelOfFile(path))] as const),
  ["nested bodies", NESTED],
];

/** Validators and linters stumble over names that every object has; that is not what is tested here. */
export function tame(text: string): string {
  return text.replaceAll(/\b(__proto__|toString|constructor|valueOf|hasOwnProperty|prototype)\b/g, "its_$1");
}
