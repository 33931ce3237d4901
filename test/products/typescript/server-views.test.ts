// Replies in other forms and languages, as the headers of requests ask for them, and failures by operation.

import { beforeAll, describe, expect, test } from "vitest";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { pageText } from "../../../generator/runtime/server/pages.ts";
import { allNodes, parseGfm, seenText } from "../../helpers/gfm.ts";
import { modelOfFiles } from "../../helpers/model-fixtures.ts";
import { loadProduct, type Product } from "../../helpers/typescript-product.ts";

const SERVER: TypescriptOptions = { parts: ["guards", "server"] };

const model = modelOfFiles({
  "shop.errors.yaml": JSON.stringify({
    errtable: 1,
    name: "Shop",
    documentation: "https://shop.example/errors#{code}",
    fallback: "Failed",
    disclosure: "generic",
    errors: {
      OrderNotFound: {
        status: 404,
        message: "order '%s' of '%s' does not exist",
        params: { orderId: {}, owner: {} },
        description: "The *order* does not exist. It may have been deleted.",
        solution: "List the `orders` & <look>.",
      },
      Down: { status: 503, message: "%s is down", params: { host: {} }, description: "The database is down." },
      Big: { status: 400, message: "%d", params: { count: { type: "int64" } } },
      Failed: { status: 500, message: "the shop failed", solution: "Report it." },
      Odd: { status: 409, description: "Something is odd." },
    },
    operations: { "*": ["Failed"], GetOrder: ["OrderNotFound"] },
  }),
  "shop.de.errors.yaml": JSON.stringify({
    errtable: 1,
    translates: "./shop.errors.yaml",
    locale: "de",
    errors: {
      OrderNotFound: {
        message: "'%2$s' hat keine Bestellung '%1$s'",
        description: "Die Bestellung gibt es nicht.",
        solution: "Sehen Sie nach.",
      },
      Failed: { message: "der Laden versagt", solution: "Melden Sie es." },
      Odd: { description: "Etwas ist merkwürdig." },
    },
  }),
  "shop.zh-Hant.errors.yaml": JSON.stringify({
    errtable: 1,
    translates: "./shop.errors.yaml",
    locale: "zh-Hant",
    errors: { OrderNotFound: { message: "沒有 '%s' '%s'" } },
  }),
});

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

let product: Product;
let values: Readonly<Record<string, unknown>>;
let reply: (error: unknown, options?: object) => Reply;
let make: (code: string, params: object) => unknown;
beforeAll(async () => {
  product = await loadProduct(model, SERVER);
  values = product;
  reply = product["toShopReply"] as typeof reply;
  make = product["shopFailure"] as typeof make;
});
const order = () => make("OrderNotFound", { orderId: "A-7", owner: "<b>" });
const views = () => ({ problem: values["shopProblem"], pages: values["shopPages"] });
const typeOf = (accept: unknown) => reply(order(), { ...views(), accept }).headers["Content-Type"];

test.each([
  [undefined, "application/json"],
  ["", "application/json"],
  ["*/*", "application/json"],
  ["application/*", "application/json"],
  ["image/png", "application/json"],
  ["application/json, application/problem+json", "application/problem+json"],
  ["application/problem+json;q=0.5, application/json", "application/json"],
  ["application/problem+json;q=0, */*", "application/json"],
  ["APPLICATION/PROBLEM+JSON", "application/problem+json"],
  ["application/problem+json; q = 0.1 , image/png", "application/problem+json"],
  ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8"],
  ["text/markdown", "text/markdown; charset=utf-8"],
  ["text/markdown;q=0.3, text/html;q=0.2", "text/markdown; charset=utf-8"],
  ['a/b;x="text/html,c/d;q=1", application/json', "application/json"],
  ['a/b;x="\\"', "application/json"],
  [["text/html"], "application/json"],
])("to clients that accept %j it is %s", (accept, type) => {
  expect(typeOf(accept)).toBe(type);
});

test("problem details have the members of RFC 9457, and the params", () => {
  const accept = "application/problem+json";
  const options = { ...views(), accept, instance: "/orders/A-7", requestId: "r-1" };
  expect(JSON.parse(reply(order(), options).body)).toEqual({
    type: "https://shop.example/errors#OrderNotFound",
    title: "The order does not exist.",
    status: 404,
    detail: "order 'A-7' of '<b>' does not exist",
    instance: "/orders/A-7",
    code: "OrderNotFound",
    requestId: "r-1",
    orderId: "A-7",
    owner: "<b>",
  });
  expect(reply(order(), options).headers["Vary"]).toBe("Accept");
  const bare = JSON.parse(reply(order(), { ...options, requestId: 1n, instance: {} }).body);
  expect(bare).not.toHaveProperty("requestId");
  expect(bare).toMatchObject({ code: "OrderNotFound", orderId: "A-7" });
  expect(JSON.parse(reply(make("Down", { host: "db-7" }), options).body)).toEqual({
    ...{ type: "https://shop.example/errors#Down", title: "Failed", status: 503, detail: "the shop failed" },
    ...{ instance: "/orders/A-7", code: "Down", requestId: "r-1" },
  });
  expect(JSON.parse(reply(new Error("secret"), options).body)).toMatchObject({ code: "Failed", status: 500 });
  const big = (count: bigint) => JSON.parse(reply(make("Big", { count }), options).body).count;
  expect([big(3n), big(2n ** 60n)]).toEqual([3, String(2n ** 60n)]);
});

test("pages give people the meaning and the solution, and no markup of others", () => {
  const html = reply(order(), { ...views(), accept: "text/html", requestId: "<script>" });
  expect(html.body).toContain("<h1>order &#39;A-7&#39; of &#39;&#60;b&#62;&#39; does not exist</h1>");
  expect(html.body).toContain("<p>List the &#96;orders&#96; &#38; &#60;look&#62;.</p>");
  expect(html.body).not.toMatch(/<script|<b>|<look/);
  expect(html.headers["Content-Security-Policy"]).toBe("default-src 'none'");
  const markdown = reply(order(), { ...views(), accept: "text/markdown" }).body;
  expect(markdown).toContain("# order \\'A\\-7\\' of \\'\\<b\\>\\' does not exist\n\nThe *order* does not exist.");
  expect(markdown).toContain("List the `orders` & &lt;look>.");
  const hidden = reply(make("Down", { host: "db-7" }), { ...views(), accept: "text/html" }).body;
  expect(hidden).not.toMatch(/db-7|database/);
  expect(hidden).toContain("Report it.");
});

test("pages in Markdown have no HTML and no links to anything but the web", () => {
  const texts = [
    "<script>alert(1)</script> <!-- --> </b> <?a?>",
    "[a](javascript:alert(1)) [b]( data:x) ![c](file:d) [d](<javascript:x>) [e](java&#115;cript:x)",
    "[f]\n\n[f]: javascript:alert(1)\n\n<javascript:x> [g](https://shop.example/a) [h](mailto:a@shop.example)",
    "1 < 2, a[1](2), `a < b`",
  ];
  for (const text of texts) {
    const row = { code: "A", status: 404 };
    const shown = {
      facts: { row, params: {}, message: "" },
      message: "",
      language: "en",
      options: {},
      texts: undefined,
    };
    const tree = parseGfm(pageText(shown, "text/markdown", { A: text }));
    const nodes = allNodes(tree);
    expect(nodes.filter(({ type }) => ["html", "image", "definition"].includes(type))).toEqual([]);
    for (const node of nodes) if ("url" in node) expect(node.url).toMatch(/^(?:https|mailto):/);
    if (text === texts[3]) expect(seenText(tree)).toContain("1 < 2, a[1](2), a < b");
  }
});

describe("languages", () => {
  const local = (acceptLanguage: unknown, error = order()) =>
    reply(error, { locales: [values["shopLocaleDe"], values["shopLocaleZhHant"]], acceptLanguage });
  test.each([
    [undefined, "en"],
    ["de", "de"],
    ["de-AT, en;q=0.9", "de"],
    ["en, de", "en"],
    ["en;q=0.5, de;q=0.8", "de"],
    ["fr, *", "en"],
    ["de-AT, de;q=0", "en"],
    ["DE-x-private", "de"],
    ["zh-Hant-TW", "en"],
    ["fr-CH, de;q=0.1, en;q=0", "de"],
  ])("of %j is %s", (header, language) => {
    const { headers, body } = local(header);
    expect(headers["Content-Language"]).toBe(language);
    expect(headers["Vary"]).toBe("Accept-Language");
    expect(JSON.parse(body).message).toBe(
      language === "de" ? "'<b>' hat keine Bestellung 'A-7'" : "order 'A-7' of '<b>' does not exist",
    );
  });

  test("hidden messages and unknown errors have that of the fallback", () => {
    expect(JSON.parse(local("de", new Error("x")).body)).toEqual({ code: "Failed", message: "der Laden versagt" });
    expect(JSON.parse(local("de", make("Down", { host: "db-7" })).body).message).toBe("der Laden versagt");
    expect(local("de", make("Big", { count: 1n })).headers["Content-Language"]).toBe("en");
  });

  test("a function formats messages in them", () => {
    const format = product["formatShopMessageIn"] as (...all: readonly unknown[]) => unknown;
    const params = { orderId: "A", owner: "B" };
    expect(format(values["shopLocaleDe"], "OrderNotFound", params)).toBe("'B' hat keine Bestellung 'A'");
    expect(format(values["shopLocaleDe"], "Big", { count: 1n })).toBe("1");
    expect(format(values["shopLocaleDe"], "Odd", { message: "as it is" })).toBe("as it is");
  });
});

/** Read in quadratic time, they would take minutes. */
test("headers of any size are read as far as headers go", () => {
  for (const part of ["a/b;q=0.5,", '"', "\\", '"\\', "de-", "-a", ";q=", ",", " ", "text/html;", "x".repeat(100)]) {
    const header = part.repeat(65_536 / part.length);
    const options = { ...views(), locales: [values["shopLocaleDe"]], accept: header, acceptLanguage: header };
    expect(reply(order(), options).status).toBe(404);
  }
});

test("an operation makes only its failures", () => {
  const { failGetOrder = {}, failCommon = {} } = values as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  expect(Object.keys(failGetOrder)).toEqual(["Failed", "OrderNotFound"]);
  expect(Object.keys(failCommon)).toEqual(["Failed"]);
  const made = (failGetOrder["OrderNotFound"] as (params: object) => unknown)({ orderId: "A", owner: "B" });
  expect(reply(made).status).toBe(404);
});
