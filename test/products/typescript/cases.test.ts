// Errors with cases: messages and bodies tell the case, also where constants or params have places in the body.
import { describe, expect, test } from "vitest";
import { modelOf } from "../../helpers/model-fixtures.ts";
import { EVERY_PART, loadProduct } from "../../helpers/typescript-product.ts";

const model = modelOf({
  name: "Pay",
  body: {
    code: "/error/code",
    message: "/error/message",
    properties: { "/error/type": { type: "string" }, "/error/reason": { type: "string" }, id: { type: "string" } },
    required: ["/error/type"],
  },
  tags: { Money: {} },
  errors: {
    Declined: {
      status: 402,
      tags: ["Money"],
      constants: { "/error/type": "card" },
      "x-owner": "payments",
      cases: {
        funds: {
          message: "Not enough funds.",
          constants: { "/error/reason": "funds" },
          solution: "Pay less.",
          retry: "never",
        },
        limit: {
          status: [402, 429],
          message: "The limit of %d is used up.",
          params: { limit: { example: 3, at: "/error/limit" } },
          constants: { "/error/reason": "limit" },
          retry: "throttled",
          "x-owner": 7,
        },
        other: { message: "%s", params: { text: { example: "?" } } },
      },
    },
    Plain: { message: "gone {{%s}", params: { what: { enum: ["a", "b"] } } },
  },
});

describe.each(["always", "never"] as const)("functions per code: %s", (perCode) => {
  const loaded = loadProduct(model, { ...EVERY_PART, perCode, extensions: ["x-owner"] });

  test("messages tell their case", async () => {
    const { formatPayMessage: format, parsePayMessage: parse } = await loaded;
    for (const params of [{ case: "funds" }, { case: "limit", limit: 3 }, { case: "other", text: "hm" }])
      expect(parse?.("Declined", format?.("Declined", params))).toEqual(params);
    expect(parse?.("Plain", "gone {{a}")).toEqual({ what: "a" });
    expect(parse?.("Plain", "gone {{c}")).toBeUndefined();
    expect(format?.("Plain", { what: "b" })).toBe("gone {{b}");
  });

  test("a case that is missing, or that the error does not have, is a TypeError", async () => {
    const { formatPayMessage: format, createPayError: create } = await loaded;
    for (const params of [undefined, {}, { case: "fund" }, { case: "toString" }, { limit: 3 }]) {
      const message = 'The member "case" of the params names no case of the error.';
      expect(() => format?.("Declined", params)).toThrow(new TypeError(message));
      expect(() => create?.("Declined", params)).toThrow(new TypeError(message));
    }
    expect(() => create?.("Declined", { case: "limit" })).toThrow('The param "limit"');
  });

  test("bodies have what their case fixes", async () => {
    const product = await loaded;
    const create = product["createPayError"];
    const limit = create?.("Declined", { case: "limit", limit: 3 }, { id: "1" });
    expect(limit).toEqual({
      id: "1",
      error: { code: "Declined", message: "The limit of 3 is used up.", type: "card", reason: "limit", limit: 3 },
    });
    expect(product["isPayError"]?.(limit, "Declined")).toBe(true);
    expect(create?.("Declined", { case: "funds" })).toEqual({
      error: { code: "Declined", message: "Not enough funds.", type: "card", reason: "funds" },
    });
    expect(create?.("Plain", { what: "a" }, { error: { type: "t" } })).toEqual({
      error: { code: "Plain", message: "gone {{a}", type: "t" },
    });
    if (perCode === "always")
      expect(product["createDeclinedError"]?.({ case: "funds" })).toEqual(create?.("Declined", { case: "funds" }));
  });

  test("a message alone is decoded to its case", async () => {
    const { decodePayMessage: decode } = await loaded;
    expect(decode?.("The limit of 3 is used up.")).toEqual([
      { code: "Declined", case: "limit", params: { case: "limit", limit: 3 } },
    ]);
    expect(decode?.("gone {{a}")).toEqual([{ code: "Plain", case: undefined, params: { what: "a" } }]);
    expect(decode?.("Something else.")).toEqual([]);
  });

  test("responses tell case, params and retry class", async () => {
    const product = await loaded;
    const made = product["PayServiceError"] as unknown as {
      fromResponse(response: Response): Promise<Record<string, unknown>>;
    };
    const read = (body: object, status = 402) => made.fromResponse(new Response(JSON.stringify(body), { status }));
    const body = product["createPayError"]?.("Declined", { case: "limit", limit: 3 }) as object;
    expect(await read(body)).toMatchObject({
      code: "Declined",
      case: "limit",
      retry: "throttled",
      params: { case: "limit", limit: 3 },
    });
    // The message decides where the constants are missing, and the status where both are.
    const bare = { code: "Declined", type: "card" };
    expect(await read({ error: { ...bare, message: "Not enough funds." } })).toMatchObject({ case: "funds" });
    expect(await read({ error: bare }, 429)).toMatchObject({ code: "Declined", case: "limit", body: undefined });
    expect(await read({ error: bare })).toMatchObject({ code: "Declined", case: undefined });
  });

  test("the table has the facts of each case, and the fields that the target asks for", async () => {
    const { findPayErrorEntry: find } = await loaded;
    expect(find?.("Declined")).toMatchObject({
      statuses: [402, 429],
      tags: ["Money"],
      "x-owner": "payments",
      cases: {
        funds: {
          statuses: [402],
          retry: "never",
          texts: { en: { message: "Not enough funds.", solution: "Pay less." } },
        },
        limit: { statuses: [402, 429], constants: { "/error/reason": "limit", "/error/type": "card" }, "x-owner": 7 },
      },
    });
    expect(find?.("Plain")).toEqual({ statuses: [], texts: { en: { message: "gone {{%s}" } } });
  });
});
