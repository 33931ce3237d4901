// Responses of servers that are less exact than their tables: what they tell is read all the same.
import { describe, expect, test } from "vitest";
import { modelOfText } from "../../helpers/model-fixtures.ts";
import { EVERY_PART, loadProduct, type Product } from "../../helpers/typescript-product.ts";

const product = (text: string): Promise<Product> =>
  loadProduct(modelOfText(`errtable: 1\nname: Shop\n${text}`), EVERY_PART);

async function respond(text: string, response: Response): Promise<unknown> {
  const made = (await product(text))["ShopServiceError"] as unknown as {
    fromResponse(response: Response): Promise<unknown>;
  };
  return made.fromResponse(response);
}

describe("a code in a header", () => {
  const table = `
body: { code: { at: /code, optional: true, header: X-Error }, message: { at: /message, optional: true } }
errors:
  TooMany: { status: 429, description: Too many., retry: throttled }
  "urn:shop:gone": { status: 410, description: It is gone. }
`;
  const answer = (code: string) => respond(table, new Response("{}", { status: 429, headers: { "x-error": code } }));

  test.each([
    ["alone", "TooMany"],
    ["before an address", "TooMany:http://internal.example.com/shop/"],
  ])("is read %s", async (_, code) => {
    expect(await answer(code)).toMatchObject({ code: "TooMany", retry: "throttled" });
  });

  test("may hold colons", async () => {
    expect(await answer("urn:shop:gone")).toMatchObject({ code: "urn:shop:gone" });
  });
});

describe("a response that is a list", () => {
  const table = `
body: { errors: "", code: /errorCode, message: /message, requestId: /id }
errors:
  INVALID_FIELD: { status: 400, message: "no column '%s'", params: { column: {} }, solution: Correct it. }
  NOT_FOUND: { status: 404, message: not found, solution: Look elsewhere. }
`;
  const [first, second] = [
    { errorCode: "INVALID_FIELD", message: "no column 'a'", id: "r-1" },
    { errorCode: "NEW_CODE", message: "new" },
  ];

  test("has all its errors, and the code of the first", async () => {
    const error = await respond(table, new Response(JSON.stringify([first, second]), { status: 400 }));
    expect(error).toMatchObject({ code: "INVALID_FIELD", errors: [first, second], requestId: "r-1" });
  });

  test("may be empty, or one error without its list", async () => {
    expect(await respond(table, new Response("[]", { status: 404 }))).toMatchObject({ code: undefined, errors: [] });
    const alone = await respond(table, new Response(JSON.stringify(first), { status: 400 }));
    expect(alone).toMatchObject({ code: "INVALID_FIELD", errors: [first] });
  });

  test("is made and guarded whole", async () => {
    const { createShopErrorResponse, isShopErrorResponse, readShopErrors } = await product(table);
    expect(createShopErrorResponse?.([first, second])).toEqual([first, second]);
    expect([[first, second], [first]].map((list) => isShopErrorResponse?.(list))).toEqual([true, true]);
    expect([[], [first, 1], first, { 0: first, length: 1 }].map((one) => isShopErrorResponse?.(one))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(readShopErrors?.([first, 1, second])).toEqual([first, second]);
  });
});

test("a header may leave out the prefix of codes", async () => {
  const table = `
body: { code: { at: /__type, prefix: "aws.orders#", header: X-Error }, message: /message }
errors: { Gone: { status: 410, message: "order '%s' is gone", params: { id: {} }, retry: never } }
`;
  for (const code of ["Gone", "aws.orders#Gone"]) {
    const body = JSON.stringify({ message: "order 'a' is gone" });
    const error = await respond(table, new Response(body, { status: 410, headers: { "x-error": code } }));
    expect(error).toMatchObject({ code: "aws.orders#Gone", retry: "never", params: { id: "a" } });
  }
});

describe("the case of an error", () => {
  const table = `
body: { code: /code, message: { at: /message, optional: true }, properties: { reason: { type: string } } }
errors:
  FORBIDDEN:
    status: 403
    cases:
      scope: { message: Insufficient client scope }
      premium: { message: Premium required, constants: { reason: PREMIUM } }
`;
  test.each([
    [{ message: "Insufficient client scope" }, "scope"],
    [{ message: "Premium required" }, "premium"],
    [{ message: "Something newer", reason: "PREMIUM" }, "premium"],
    [{ message: "Something newer", reason: "OTHER" }, undefined],
    [{ message: "Something newer" }, undefined],
  ])("of %j is %s", async (body, name) => {
    const text = JSON.stringify({ code: "FORBIDDEN", ...body });
    expect(await respond(table, new Response(text, { status: 403 }))).toHaveProperty("case", name);
  });
});

test("the id of a request may be a number", async () => {
  const table = `
body: { code: /code, message: /message, requestId: /log_id, properties: { log_id: { type: integer } } }
errors: { Gone: { status: 410, message: gone } }
`;
  const body = JSON.stringify({ code: "Gone", message: "gone", log_id: 149319909347709 });
  expect(await respond(table, new Response(body))).toMatchObject({ requestId: "149319909347709" });
});

test("a param is as optional as the common member that holds it", async () => {
  const { isGoneError, createGoneError } = await product(`
body:
  code: /code
  message: /message
  properties: { /details/name: { type: string }, /details/kind: { type: string } }
  required: [/details/kind]
errors:
  Gone:
    status: 410
    message: "%s '%s' of '%s' is gone"
    params: { kind: { at: /details/kind }, name: { at: /details/name }, owner: { at: /owner } }
`);
  const body = { code: "Gone", message: "the order is gone", owner: "o", details: { kind: "order", name: "a" } };
  expect(isGoneError?.(body)).toBe(true);
  expect(isGoneError?.({ ...body, details: { kind: "order" } })).toBe(true);
  expect(isGoneError?.({ ...body, details: { kind: "order", name: 7 } })).toBe(false);
  expect(isGoneError?.({ ...body, details: { name: "a" } })).toBe(false);
  expect(isGoneError?.({ ...body, owner: undefined })).toBe(false);
  const params = { kind: "order", name: "a", owner: "o" };
  expect(createGoneError?.(params)).toMatchObject({ details: { kind: "order", name: "a" }, owner: "o" });
});

test("numbers in XML are those of the types", async () => {
  const table = `
body: { mediaType: application/xml, code: /Error/Code, message: /Error/Message, properties: { /Error/Retry: { type: boolean } } }
errors:
  TooLarge:
    status: 400
    message: "%d is too large"
    params: { size: { at: /Error/Size } }
    at: /Error
    details: { type: object, properties: { Limit: { type: integer }, Name: { type: string } }, required: [Limit] }
`;
  const xml = (inner: string) => `<Error><Code>TooLarge</Code><Message>99 is too large</Message>${inner}</Error>`;
  const answer = (inner: string) => respond(table, new Response(xml(inner), { status: 400 }));
  const members = { Size: 99, Limit: 50, Name: "7", Retry: true };
  expect(await answer("<Size>99</Size><Limit>50</Limit><Name>7</Name><Retry>true</Retry>")).toMatchObject({
    body: { Error: members },
  });
  expect(await answer("<Size>99</Size><Limit>many</Limit>")).toMatchObject({ code: "TooLarge", body: undefined });
});
