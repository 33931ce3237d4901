// Mocks are the answers that servers give, with values of examples where a test gives none.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { expectClean, loadProduct } from "../../helpers/typescript-product.ts";

const MOCKS: TypescriptOptions = { parts: ["guards", "mocks"] };

const shop = modelOf({
  name: "Shop",
  body: {
    code: "/error/code",
    message: "/error/message",
    properties: { requestId: { type: "string" }, at: { type: "string", example: "here" } },
    required: ["requestId", "at"],
  },
  errors: {
    OrderNotFound: {
      status: 404,
      message: "order '%s' does not exist",
      params: { orderId: { example: "A-7", pattern: "^[A-Z]-[0-9]$" } },
    },
    TooMany: {
      status: 429,
      message: "wait",
      retry: "throttled",
      headers: { "Retry-After": { schema: { type: "integer" } } },
    },
    Fresh: { status: 304, message: "it has not changed" },
    Conflict: { status: [400, 409], message: "%d of them", params: { count: { type: "int64" } } },
    Declined: {
      cases: {
        lost: { status: 402, message: "lost on %s", params: { day: { enum: ["Monday", "Friday"] } } },
        broke: { status: 409, message: "broke", headers: { "Retry-After": { schema: { type: "string" } } } },
      },
    },
  },
});

interface Mock {
  readonly body: { readonly error: { readonly code: string; readonly message: string } };
  readonly reply: { readonly status: number; readonly headers: object; readonly body: string };
  readonly handler: (register: unknown, path: string, options?: object) => () => Promise<Response | undefined>;
}

type Mocks = Readonly<Record<string, (params?: object, options?: object) => Mock>>;

const mocksOf = async (): Promise<Mocks> => (await loadProduct(shop, MOCKS))["shopMocks"] as unknown as Mocks;

test.each([
  ["shop", shop],
  ["seed", modelOfFile("spec/function-compute.errors.yaml")],
  ["long", modelOf({ name: "TheErrorsOfAServiceWithAVeryLongName", errors: { A: { status: 400, message: "a" } } })],
])("formatters find nothing to do: %s", async (_, model) => {
  await expectClean(model, MOCKS);
  await expectClean(model, { ...MOCKS, language: "js", files: "single", perCode: "never" });
});

test("each code and case has an answer", async () => {
  const { OrderNotFound, TooMany, Conflict, Declined } = await mocksOf();
  expect(OrderNotFound?.().body).toEqual({
    error: { code: "OrderNotFound", message: "order 'A-7' does not exist" },
    requestId: "mock",
    at: "here",
  });
  expect(OrderNotFound?.({ orderId: "B-8" }).body.error.message).toBe("order 'B-8' does not exist");
  expect(TooMany?.().reply.headers).toHaveProperty("Retry-After");
  expect(Conflict?.({ count: 7n }, { status: 409 }).reply).toMatchObject({ status: 409 });
  expect(Declined?.().body.error.message).toBe("lost on Monday");
  expect(Declined?.({ case: "lost", day: "Friday" }).body.error.message).toBe("lost on Friday");
  expect(Declined?.({ case: "broke" }).reply.status).toBe(409);
});

test("handlers answer as often as they should", async () => {
  const { OrderNotFound } = await mocksOf();
  const register = (_: string, resolve: () => Promise<Response | undefined>) => resolve;
  const resolve = OrderNotFound?.().handler(register, "/orders/:id", { times: 2, delay: 1 });
  const answers = [await resolve?.(), await resolve?.(), await resolve?.()];
  expect(answers.map((answer) => answer?.status)).toEqual([404, 404, undefined]);
});

test("arbitraries make bodies that guards know", async () => {
  const product = await loadProduct(shop, MOCKS);
  const arbitrary = product["shopArbitrary"] as unknown as (
    from: unknown,
    ...wanted: readonly string[]
  ) => fc.Arbitrary<Mock["body"]>;
  const codes = new Set<string>();
  fc.assert(
    fc.property(arbitrary(fc), (body) => {
      codes.add(body.error.code);
      expect(product["isShopError"]?.(body)).toBe(true);
    }),
  );
  expect(codes.size).toBe(4);
  fc.assert(
    fc.property(arbitrary(fc, "TooMany"), (body) => body.error.code === "TooMany"),
    { numRuns: 5 },
  );
});
