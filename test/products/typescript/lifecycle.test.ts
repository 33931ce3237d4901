// Codes come and go: editors strike through what is deprecated, retired codes are known by what became of them, internal ones not at all.
import { describe, expect, test } from "vitest";
import { emit, PRODUCTS, type Product as ProductOf } from "../../../generator/products/index.ts";
import { render } from "../../../generator/products/render.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { loadProduct, productOf } from "../../helpers/typescript-product.ts";

describe("retired codes", () => {
  const table = {
    name: "Shop",
    body: { code: "/error/code", message: "/error/message" },
    errors: { Gone: { status: 410, retry: "never" }, Secret: { status: 500, audience: "internal" } },
    retired: {
      Moved: { since: "2.0.0", replacedBy: "Gone", reason: "Nothing moves." },
      Lost: {},
      Leaked: { replacedBy: "Secret" },
    },
  };

  test("are unknown to guards and matches, and tell what became of them", async () => {
    const product = await loadProduct(modelOf(table));
    const body = { error: { code: "Moved", message: "" } };
    expect(product["isShopError"]?.(body)).toBe(false);
    expect(product["isUnknownShopError"]?.(body)).toBe(true);
    const replacement = (error: typeof body) => product["findRetiredShopError"]?.(error.error.code);
    const arms = { status: { 410: () => "" }, otherwise: replacement };
    expect(product["matchShopError"]?.(body, arms)).toEqual(table.retired.Moved);
    expect(product["findRetiredShopError"]?.("Lost")).toEqual({});
    for (const code of ["Gone", "BrandNew", "toString", "constructor"])
      expect(product["findRetiredShopError"]?.(code), code).toBeUndefined();
  });

  test("cost nothing where there are none", async () => {
    const { retired: _, ...without } = table;
    const files = await productOf(modelOf(without));
    expect([...files.values()].join("\n")).not.toMatch(/retire/i);
  });

  test("with names that every object has are told apart from these", async () => {
    const text = '{ "__proto__": { "reason": "It was a trap." } }';
    const product = await loadProduct(modelOf({ ...table, retired: JSON.parse(text) as object }));
    expect(product["findRetiredShopError"]?.("__proto__")).toEqual({ reason: "It was a trap." });
  });
});

describe("internal errors", () => {
  const model = modelOf({
    name: "Shop",
    groups: { secrets: { title: "Covert group" } },
    errors: {
      Gone: { status: 410, deprecated: { since: "1.0.0", replacedBy: "Secret" } },
      Secret: {
        status: 418,
        message: "covert message %s",
        params: { covertParam: {} },
        description: "Covert description.",
        solution: "Covert solution.",
        group: "secrets",
        audience: "internal",
        retry: "backoff",
        headers: { "X-Covert": {} },
        details: { type: "object", properties: { covertMember: { type: "string" } } },
      },
    },
    operations: { GetSecret: ["Secret"] },
    retired: { Moved: { replacedBy: "Secret" } },
  });
  const trace = /secret|covert|\b418\b/i;

  // The others do not depend on the table.
  test.each(PRODUCTS.filter(({ byDefault }) => byDefault))(
    "leave no trace in $kind unless the target asks",
    async ({ kind }) => {
      const made = async (options: object) => {
        const artifacts = await emit({ kind, options } as ProductOf, model);
        return Promise.all(artifacts.map((artifact) => render(artifact)));
      };
      for (const { path, text } of await made({})) expect(trace.exec(text)?.[0], path).toBeUndefined();
      const all = (await made({ internal: true })).map(({ text }) => text).join("\n");
      expect(all).toContain("covert message");
    },
  );

  test("are in every file of the TypeScript if the target asks", async () => {
    const artifacts = await emit({ kind: "typescript", options: { internal: true } }, model);
    const files = await Promise.all(artifacts.map((artifact) => render(artifact)));
    const without = files.filter(({ text }) => !text.includes("Secret")).map(({ path }) => path);
    const engines = ["copies.ts", "matcher.ts", "params.ts", "printf.ts"];
    expect(without.toSorted()).toEqual(["decode.ts", "index.ts", "match.ts", ...engines].toSorted());
  });
});

test("the kitchen sink's retired codes lead to codes of the table", async () => {
  const model = modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml");
  const product = await loadProduct(model);
  for (const { code, extensions: _, ...retirement } of model.retired)
    expect(product["findRetiredKitchenSinkError"]?.(code)).toEqual(retirement);
});
