// The work of a product grows with its table alone: no step goes through all errors for each error.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Model } from "../../generator/model/model.ts";
import { emit, type Product } from "../../generator/products/index.ts";
import { render } from "../../generator/products/render.ts";
import { itemsOf } from "../helpers/count-items.ts";
import { modelOf } from "../helpers/model-fixtures.ts";
import { EVERY_ADAPTER, EVERY_PART } from "../helpers/typescript-product.ts";

const { definitions } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../spec/errtable.config.schema.json"), "utf8"),
) as { readonly definitions: Readonly<Record<string, { readonly properties: Readonly<Record<string, Listed>> }>> };

interface Listed {
  readonly items?: { readonly enum?: readonly never[] };
}

function formatsOf(product: string): [never, ...never[]] {
  return definitions[`${product}Options`]?.properties["formats"]?.items?.enum as [never, ...never[]];
}

/** Every error has details, a group, an operation and an example of its own. */
function tableOf(count: number): Model {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const entries = (name: string, value: (index: number) => unknown) =>
    Object.fromEntries(numbers.map((index) => [`${name}${index}`, value(index)]));
  return modelOf({
    name: "Any",
    body: { code: "/code", message: "/message", properties: { "/id": { type: "string" } }, requestId: "/id" },
    groups: entries("Group", (index) => ({ title: `Group ${index}` })),
    tags: entries("Tag", (index) => ({ title: `Tag ${index}` })),
    errors: entries("Code", (index) => ({
      status: 400 + (index % 5),
      message: `it %s of ${index} failed at %d`,
      params: { thing: { description: "The thing." }, place: { example: index } },
      description: `It ${index} is gone.`,
      solution: "Wait.",
      group: `Group${index}`,
      tags: [`Tag${index}`],
      details: { type: "object", properties: { [`n${index}`]: { type: "integer" } } },
      constants: { "/kind": `k${index}` },
    })),
    operations: entries("get", (index) => [`Code${index}`]),
    retired: entries("Old", (index) => ({ replacedBy: `Code${index}` })),
  });
}

const PRODUCTS: readonly Product[] = [
  { kind: "typescript", options: { ...EVERY_PART, ...EVERY_ADAPTER, perCode: "always", discriminatedUnion: "always" } },
  { kind: "typescript", options: { ...EVERY_PART, language: "js", files: "single", perCode: "never" } },
  { kind: "openapi", options: { formats: formatsOf("openapi") } },
  { kind: "docs", options: { formats: formatsOf("docs") } },
  { kind: "catalog", options: {} },
];

test.each(PRODUCTS)("of $kind, $options", async (product) => {
  const [less, more] = [tableOf(40), tableOf(80)];
  const work = (model: Model) =>
    itemsOf(async () => Promise.all((await emit(product, model)).map((artifact) => render(artifact))));
  // The first run loads the product.
  await work(tableOf(1));
  const growth = (await work(more)) / (await work(less));
  expect(growth).toBeLessThan(2.2);
});
