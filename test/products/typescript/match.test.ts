// A match calls the arm of the code, or else one that codes share.
import { describe, expect, test } from "vitest";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { loadProduct, type Product } from "../../helpers/typescript-product.ts";

type Arms = Readonly<Record<string, unknown>>;

describe("arms", () => {
  const model = modelOfFile("spec/function-compute.errors.yaml");
  const match = (product: Product, errorCode: string, arms: Arms) =>
    product["matchFunctionComputeError"]?.({ errorCode, errorMessage: "" }, arms);

  test("of a code come before those of its status, and these before those of its retry class", async () => {
    const product = await loadProduct(model);
    const names = ["AliasNotFound", "404", "never", "otherwise"];
    for (let from = 0; from < 3; from++) {
      const arms = pick(names.slice(from));
      expect(match(product, "AliasNotFound", arms)).toBe(names[from]);
    }
    const arms = pick(names);
    expect(match(product, "VersionNotFound", arms)).toBe("404");
    expect(match(product, "AccessDenied", arms)).toBe("never");
  });

  test("for unknown codes take nothing else, and unknown codes nothing but them", async () => {
    const product = await loadProduct(model);
    const codes = Object.fromEntries(model.errors.map(({ code }) => [code, () => code]));
    const arms = { ...codes, status: { 404: () => "404" }, retry: { never: () => "never" }, otherwise: () => "?" };
    for (const { code } of model.errors) expect(match(product, code, arms)).toBe(code);
    for (const code of ["BrandNew", "otherwise", "status", "retry", "toString", "__proto__", "404", ""])
      expect(match(product, code, arms)).toBe("?");
  });

  test("of a known code are called for no body that does not fit, and neither is the arm for unknown codes", async () => {
    const details = { type: "object", properties: { limit: { type: "integer" } }, required: ["limit"] };
    const body = {
      code: "/error/code",
      message: "/error/message",
      properties: { requestId: { type: "string" } },
    };
    const errors = { Gone: { status: 410 }, Full: { status: 507, details } };
    const product = await loadProduct(modelOf({ name: "Shop", body, errors }));
    const arms = { Gone: () => "gone", Full: () => "full", otherwise: () => "?" };
    const call = (value: object) => product["matchShopError"]?.(value, arms);
    const of = (code: string) => ({ error: { code, message: "" } });
    expect(call({ ...of("Gone"), requestId: undefined })).toBe("gone");
    expect(call({ ...of("Full"), limit: 2 })).toBe("full");
    expect(call({ ...of("BrandNew"), requestId: 1 })).toBe("?");
    for (const misfit of [of("Full"), { ...of("Gone"), requestId: 1 }, { error: { code: "Gone" } }])
      expect(() => call(misfit)).toThrow(/^The body with the code (?:Full|Gone) does not fit the table of errors\.$/);
  });

  test("take the error as it is", async () => {
    const product = await loadProduct(model);
    const body = { errorCode: "AliasNotFound", errorMessage: "no" };
    const same = (error: unknown) => error;
    expect(product["matchFunctionComputeError"]?.(body, { status: { 404: same } })).toBe(body);
    expect(product["matchFunctionComputeError"]?.(body, { retry: { never: same } })).toBe(body);
  });

  test("are not what every object has, however a code is called", async () => {
    const names = ["status", "retry", "otherwise", "toString", "constructor", "__proto__", "404"];
    const errors = names.map((code, index) => [code, { status: 404, retry: "never", identifier: `Made${index}` }]);
    const table = modelOf({
      name: "Odd",
      errors: Object.fromEntries([...errors.map(([code, entry]) => [code, entry])]),
    });
    const product = await loadProduct(table);
    const call = (code: string, arms: Arms) => product["matchOddError"]?.({ code, message: "" }, arms);
    const groups = { status_: { 404: () => "shared" }, retry_: { never: () => "class" }, otherwise_: () => "?" };
    for (const { code } of table.errors) {
      expect(call(code, groups)).toBe("shared");
      expect(call(code, { ...groups, ...JSON.parse("{}"), [code]: () => "own" })).toBe("own");
    }
    expect(call("otherwise_", groups)).toBe("?");
  });

  test("of tables without retry classes are grouped by status alone", async () => {
    const product = await loadProduct(modelOf({ errors: { Gone: { status: 410 } } }));
    const call = (code: string) =>
      product["matchDemoError"]?.({ code, message: "" }, { status: { 410: () => 1 }, otherwise: () => 2 });
    expect([call("Gone"), call("Here")]).toEqual([1, 2]);
  });
});

/** Arms that say how they are called; those for statuses and retry classes stand where they belong. */
function pick(names: readonly string[]): Arms {
  const arms = names.map((name) => [name, () => name] as const);
  const of = (pattern: RegExp) => Object.fromEntries(arms.filter(([name]) => pattern.test(name)));
  return { ...of(/^[A-Z]|otherwise/), status: of(/^\d/), retry: of(/^never/) };
}
