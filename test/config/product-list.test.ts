// The list of products and the schema of configurations name the same products, and the schema checks the options of each.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PRODUCTS } from "../../generator/products/index.ts";

interface Schema {
  readonly definitions: {
    readonly target: {
      readonly properties: { readonly kind: { readonly enum: readonly string[] } };
      readonly allOf: readonly unknown[];
    };
  };
}

const path = new URL("../../spec/errtable.config.schema.json", import.meta.url);
const { definitions } = JSON.parse(readFileSync(path, "utf8")) as Schema;
const kinds = PRODUCTS.map(({ kind }) => kind);

test("every product is a kind of target, with options that the schema defines", () => {
  expect(definitions.target.properties.kind.enum).toEqual(kinds);
  expect(definitions.target.allOf).toEqual(
    kinds.map((kind) => ({
      if: { properties: { kind: { const: kind } }, required: ["kind"] },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema has this keyword.
      then: { properties: { options: { $ref: `#/definitions/${kind}Options` } } },
    })),
  );
  for (const kind of kinds) expect(definitions).toHaveProperty(`${kind}Options`);
});
