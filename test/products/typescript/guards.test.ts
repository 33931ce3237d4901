// Generated guards say yes to exactly the values that the generated JSON Schema allows, and never throw.

import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Model } from "../../../generator/model/model.ts";
import { errorsSchema } from "../../../generator/products/catalog/errors-schema.ts";
import type { JsonObject } from "../../../generator/text/json/value.ts";
import { type FlatError, flatErrors } from "../../helpers/flat-error.ts";
import { detailsSchema, jsonValue } from "../../helpers/json-schemas.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { loadProduct, type Product } from "../../helpers/typescript-product.ts";

type Guard = (value: unknown, argument?: unknown) => boolean;

describe("Function Compute", () => {
  const model = modelOfFile("spec/function-compute.errors.yaml");
  let product: Product;
  const guard = (name: string): Guard => product[name] as Guard;
  beforeAll(async () => {
    product = await loadProduct(model);
  });

  test("each error is recognised by its own guard alone", () => {
    for (const error of flatErrors(model)) {
      for (const { body } of error.examples) {
        const yes = flatErrors(model)
          .filter(({ errorName }) => guard(`is${errorName}`)(body))
          .map(({ code }) => code);
        expect(yes).toEqual([error.code]);
        expect(guard("isFunctionComputeError")(body)).toBe(true);
        expect(guard("isUnknownFunctionComputeError")(body)).toBe(false);
        for (const { code, status, retry } of flatErrors(model)) {
          expect(guard("isFunctionComputeError")(body, code)).toBe(code === error.code);
          expect(guard("isFunctionComputeErrorOfStatus")(body, status)).toBe(status === error.status);
          if (retry) expect(guard("isFunctionComputeErrorOfRetry")(body, retry)).toBe(retry === error.retry);
        }
      }
    }
  });

  test("a code of a newer server is unknown, not wrong", () => {
    const body = { errorCode: "BrandNew", errorMessage: "new" };
    expect(guard("isFunctionComputeError")(body)).toBe(false);
    expect(guard("isUnknownFunctionComputeError")(body)).toBe(true);
    expect(product["readFunctionComputeError"]?.(body)).toBe(body);
  });

  test("a guard can be handed to filter", () => {
    const body = { errorCode: "AccessDenied", errorMessage: "no" };
    expect([body, {}, body].filter(guard("isFunctionComputeError"))).toEqual([body, body]);
  });

  test("the other spelling is read, and handed back in the canonical one", () => {
    const body = { ErrorCode: "AccessDenied", ErrorMessage: "no", RequestId: "1" };
    expect(guard("isFunctionComputeError")(body)).toBe(false);
    expect(product["readFunctionComputeError"]?.(body)).toEqual({
      errorCode: "AccessDenied",
      errorMessage: "no",
      RequestId: "1",
    });
    expect(product["readFunctionComputeError"]?.({ ErrorCode: "AccessDenied" })).toBeUndefined();
  });

  test("own members count whatever the prototype is", () => {
    const members = { errorCode: "AccessDenied", errorMessage: "no" };
    const shadowing: unknown = Object.assign(Object.create({ errorCode: "x", errorMessage: "x" }), members);
    const bare: unknown = Object.assign(Object.create(null), members);
    for (const value of [members, bare, shadowing, Object.assign(new Error("no"), members)]) {
      expect(guard("isFunctionComputeError")(value)).toBe(true);
      expect(guard("isAccessDeniedError")(value)).toBe(true);
    }
  });

  test("what all objects have is no member of theirs", () => {
    Object.defineProperty(Object.prototype, "errorCode", { value: "AccessDenied", configurable: true });
    try {
      for (const name of ["isFunctionComputeError", "isAccessDeniedError", "isUnknownFunctionComputeError"]) {
        expect(guard(name)({ errorMessage: "no" }), name).toBe(false);
        expect(guard(name)(JSON.parse('{"errorMessage":"no","__proto__":{}}')), name).toBe(false);
      }
      const own = { errorMessage: "no" };
      Object.defineProperty(own, "errorCode", { value: "AccessDenied", enumerable: true });
      expect(guard("isFunctionComputeError")(own)).toBe(true);
    } finally {
      Reflect.deleteProperty(Object.prototype, "errorCode");
    }
  });

  const hostile: Readonly<Record<string, unknown>> = {
    "a member that is inherited": Object.create({ errorCode: "AccessDenied", errorMessage: "no" }),
    "half of the members inherited": Object.create({ errorMessage: "no" }, { errorCode: { value: "AccessDenied" } }),
    "a getter that throws": Object.defineProperty({ errorMessage: "no" }, "errorCode", {
      get() {
        throw new Error("gotcha");
      },
    }),
    "a proxy that throws": new Proxy(
      {},
      { getOwnPropertyDescriptor: () => raise(), get: () => raise(), has: () => raise() },
    ),
    "a revoked proxy": revoked(),
    "a code that is no string": { errorCode: ["AccessDenied"], errorMessage: "no" },
    "a code that becomes a string": { errorCode: { toString: () => "AccessDenied" }, errorMessage: "no" },
    "a name of Object.prototype": { errorCode: "constructor", errorMessage: {} },
    "a list": ["AccessDenied", "no"],
    "a text": "AccessDenied",
    null: null,
    undefined: undefined,
  };

  test.each(Object.entries(hostile))("%s is no error", (_, value) => {
    for (const [name, candidate] of Object.entries(product))
      if (name.startsWith("is")) expect((candidate as Guard)(value), name).toBe(false);
    expect(product["readFunctionComputeError"]?.(value)).toBeUndefined();
  });

  test("a function is no error of the table", () => {
    const value = Object.assign(() => "", { errorCode: "AccessDenied", errorMessage: "no" });
    const ofTable = Object.keys(product).filter((name) => /^is(?:Unknown)?FunctionComputeError/.test(name));
    expect(ofTable).toHaveLength(4);
    for (const name of ofTable) {
      const second = { OfStatus: 403, OfRetry: "never" }[/Of\w+$/.exec(name)?.[0] ?? ""];
      expect((product[name] as (value: unknown, second?: unknown) => boolean)(value, second), name).toBe(false);
    }
    expect(product["isFunctionComputeError"]?.(value, "AccessDenied")).toBe(false);
    expect(product["readFunctionComputeError"]?.(value)).toBeUndefined();
  });
});

describe.each([
  ["at the top", "/message", (message?: unknown) => ({ code: "Gone", message })],
  ["inside of a member", "/error/text", (text?: unknown) => ({ code: "Gone", error: { text } })],
])("a limit of messages %s", (_, at, bodyOf) => {
  test.each([false, true])("counts code points; optional: %j", async (optional) => {
    const body = {
      code: "/code",
      message: { at, optional, maxLength: 3 },
      aliases: [{ code: "/no", message: "/why" }],
    };
    const model = modelOf({ body, errors: { Gone: { status: 410 }, Lost: { status: 410 } } });
    const product = await loadProduct(model);
    const isError = new Ajv2020().compile(errorsSchema(model));
    for (const message of [
      "",
      "abc",
      "😀😀😀",
      "abcd",
      "😀😀😀😀",
      "😀😀abc",
      "a".repeat(10_000),
      1,
      null,
      undefined,
    ]) {
      const value = JSON.parse(JSON.stringify(bodyOf(message))) as object;
      const fits = message === undefined ? optional : typeof message === "string" && [...message].length <= 3;
      expect(isError(value), String(message)).toBe(fits);
      for (const name of ["isDemoError", "isGoneError"]) expect(product[name]?.(value), String(message)).toBe(fits);
      expect(product["isUnknownDemoError"]?.({ ...value, code: "New" }), String(message)).toBe(fits);
      if (typeof message === "string")
        expect(product["readDemoError"]?.({ no: "Gone", why: message }) !== undefined, message).toBe(fits);
    }
  });
});

describe("codes and members with names that every object has", () => {
  test("are read as own members only", async () => {
    const model = modelOfFile("test/cases/hostile-text/hostile-proto.errors.yaml");
    const product = await loadProduct(model);
    const text = '{"__proto__":{"__proto__":"__proto__","constructor":"m"},"hasOwnProperty":true,"valueOf":{}}';
    expect(product["isHostileProtoError"]?.(JSON.parse(text))).toBe(true);
    expect(product["isHostileProtoError"]?.(JSON.parse(text), "__proto__")).toBe(true);
    expect(product["isHostileProtoError"]?.(JSON.parse(text.replace('"hasOwnProperty":true,', "")))).toBe(false);
    expect(product["isHostileProtoError"]?.({})).toBe(false);
    const other = '{"constructor":{"prototype":"__proto__"},"toString":"m","hasOwnProperty":true,"valueOf":{}}';
    const body = product["readHostileProtoError"]?.(JSON.parse(other));
    expect(JSON.stringify(body)).toBe(
      '{"hasOwnProperty":true,"valueOf":{},"__proto__":{"__proto__":"__proto__","constructor":"m"}}',
    );
  });
});

describe.each(["small", "large"])("any schema in a %s table", (size) => {
  test("a guard agrees with a validator of the generated schema", async () => {
    const model = tableOf(size === "small" ? 16 : 70);
    const product = await loadProduct(model, { perCode: "always" });
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ ...errorsSchema(model), $id: "errors:/" });
    const validators = flatErrors(model).map(({ errorName }) => ajv.compile({ $ref: `errors:/#/$defs/${errorName}` }));
    // A member that is undefined is absent, as in JSON.
    const value = fc.oneof(
      { weight: 8, arbitrary: jsonValue },
      fc.constantFrom<unknown>(undefined, { a: undefined }, { a: 1, b: undefined }, [{ "x-c": undefined }]),
    );
    const member = fc.tuple(fc.constantFrom("a", "b", "x-c", "1", "id", "tags"), value);
    const members = fc.array(member, { maxLength: 4 }).map((entries) => Object.fromEntries(entries));
    const message = fc.oneof({ weight: 9, arbitrary: fc.constant<unknown>("text") }, jsonValue);
    let accepted = 0;
    fc.assert(
      fc.property(fc.nat(flatErrors(model).length - 1), members, message, (index, own, text) => {
        const { code, errorName } = flatErrors(model)[index] as FlatError;
        const body: unknown = { id: "1", ...own, error: { code, message: text } };
        const expected = validators[index]?.(JSON.parse(JSON.stringify(body)));
        if (expected === true) accepted += 1;
        expect(product[`is${errorName}`]?.(body)).toBe(expected);
        expect(product["isAnyError"]?.(body)).toBe(expected);
        expect(product["isAnyErrorOfStatus"]?.(body, 400)).toBe(expected);
      }),
      { numRuns: 4000 },
    );
    expect(accepted).toBeGreaterThan(200);
  });
});

function tableOf(count: number): Model {
  const schemas = fc.sample(detailsSchema, { numRuns: count, seed: 7 });
  const tags = { type: "array", items: { type: ["string", "null"] }, uniqueItems: true };
  return modelOf({
    name: "Any",
    body: {
      code: "/error/code",
      message: "/error/message",
      properties: { id: { type: "string", minLength: 1 }, tags },
      required: ["id"],
    },
    errors: Object.fromEntries(schemas.map((details, index) => [`Code${index}`, { status: 400, details }])),
  });
}

function raise(): never {
  throw new Error("gotcha");
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** The examples in the table are bodies of its own schema; this keeps the helper's shape honest. */
test("examples of the kitchen sink pass their guards", async () => {
  const model = modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml");
  const product = await loadProduct(model);
  for (const { errorName, examples } of flatErrors(model))
    for (const { body } of examples)
      expect(product[`is${errorName}`]?.(JSON.parse(JSON.stringify(body)) as JsonObject), errorName).toBe(true);
});
