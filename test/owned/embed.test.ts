// What is embedded is what was intended, nothing else changes, and taking it out gives the file back byte for byte.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { positionAt } from "../../generator/diagnostic/source.ts";
import type { Model } from "../../generator/model/model.ts";
import { type EmbedRequest, embed } from "../../generator/owned/description/embed-description.ts";
import type { OperationsMode } from "../../generator/owned/description/table-components.ts";
import type { JsonObject } from "../../generator/text/json/value.ts";
import { anyForm } from "../helpers/any-table.ts";
import { operationsWithErrors } from "../helpers/described-operations.ts";
import { modelOf, modelOfFile } from "../helpers/model-fixtures.ts";
import { type Style, styledYaml } from "../helpers/styled-yaml.ts";
import { runs } from "../helpers/thorough.ts";

const functionCompute = modelOfFile("spec/function-compute.errors.yaml");
const ONE = { OrderGone: { status: 410, message: "order '%s' is gone", params: { order: {} }, description: "Gone." } };
const shop = modelOf({ name: "Shop", body: { code: "/code", message: "/message" }, errors: ONE });
const shopOfTwo = modelOf({
  name: "Shop",
  body: { code: "/code", message: "/message" },
  errors: { ...ONE, Busy: { status: 429, headers: { "Retry-After": { schema: { type: "integer" } } } } },
  operations: { getThing: ["Busy"] },
});

function put(text: string, model: Model, options: Partial<EmbedRequest> & { readonly prefix?: string } = {}) {
  const tables = [{ model, options: { prefix: options.prefix ?? "" } }];
  return embed({ path: "api.yaml", text }, { tables, mode: "all", remove: false, force: false, ...options });
}

function textOf(text: string, model: Model, options: Parameters<typeof put>[2] = {}): string {
  const { text: result, diagnostics } = put(text, model, options);
  if (result === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return result;
}

/** What holds of every description and table. */
function holds(text: string, model: Model, mode: OperationsMode, prefix = ""): string {
  const added = textOf(text, model, { mode, prefix });
  expect(textOf(added, model, { mode, prefix }), "a second run changes nothing").toBe(added);
  expect(textOf(added, model, { remove: true }), "taking it out gives the file back").toBe(text);
  expect(isKept(text, added), "no sign of the file is gone").toBe(true);
  expect(outside(read(added)), "the rest of the data is as it was").toEqual(outside(read(text)));
  expect(read(added)["components"] ?? {}, "components holds maps of components alone").not.toHaveProperty("x-errtable");
  for (const [at, operation] of operationsOf(read(added))) {
    const before = operationsOf(read(text)).get(at)?.["responses"] as JsonObject | undefined;
    const [described] = operationsWithErrors(model, { prefix }, [describedOf(at, operation)]).operations;
    const wanted = mode === "all" || (mode === "table" && described?.source !== "all") ? described?.responses : {};
    expect(operation["responses"] ?? {}, at).toEqual({ ...wanted, ...before });
  }
  return added;
}

function isKept(text: string, added: string): boolean {
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    at = added.indexOf(text.charAt(index), at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function read(text: string): JsonObject {
  return parse(text, { merge: true }) as JsonObject;
}

/** Without responses and components, and what errtable notes of them. */
function outside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(outside);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => !/^(x-errtable.*|responses|components)$/.test(name));
  return Object.fromEntries(entries.map(([name, inner]) => [name, outside(inner)]));
}

function operationsOf(data: JsonObject): ReadonlyMap<string, JsonObject> {
  const paths = Object.entries((data["paths"] ?? {}) as Record<string, Record<string, JsonObject>>);
  return new Map(
    paths.flatMap(([path, item]) =>
      Object.entries(item ?? {})
        .filter(([method]) => ["get", "put", "post", "patch", "delete"].includes(method))
        .map(([method, operation]) => [`${method} ${path}`, operation] as const),
    ),
  );
}

function describedOf(at: string, { operationId, tags, "x-error-codes": codes }: JsonObject) {
  const [method = "", path = ""] = at.split(" ");
  return {
    method,
    path,
    ...(operationId === undefined ? {} : { operationId: operationId as string }),
    ...(tags === undefined ? {} : { tags: tags as string[] }),
    ...(codes === undefined ? {} : { errorCodes: codes as string[] }),
  };
}

describe("descriptions of others", () => {
  test.each(["museum", "influxdb", "matrix-room-state"])("%s", (name) => {
    const text = readFileSync(join(import.meta.dirname, `../corpora/descriptions/${name}.yaml`), "utf8");
    for (const mode of ["all", "none"] as const) holds(text, functionCompute, mode);
    const added = holds(text, shopOfTwo, "table");
    const other = textOf(added, functionCompute, { prefix: "Fc" });
    expect(textOf(textOf(other, shopOfTwo, { remove: true }), functionCompute, { remove: true })).toBe(text);
    expect(textOf(textOf(other, functionCompute, { remove: true }), shopOfTwo, { remove: true })).toBe(text);
    const json = `${JSON.stringify(parse(text), undefined, "\t")}\n`;
    holds(json, functionCompute, "all");
    holds(JSON.stringify(parse(text)), functionCompute, "all");
  });
});

const response = fc.constantFrom({ description: "OK" }, { description: "Two\nlines\n" }, { description: "Kept\n\n\n" });
const operation = fc.record(
  {
    operationId: fc.constantFrom("getThing", "other"),
    "x-error-codes": fc.constantFrom(["OrderGone"], ["Busy", "Elsewhere"]),
    description: fc.constantFrom("Text", "Lines\n  of it", "Kept\n\n"),
    responses: fc.dictionary(fc.constantFrom("200", "404", "410", "default"), response, { maxKeys: 3, minKeys: 1 }),
    "x-last": fc.constantFrom("a: b", "kept\n\n\n", 1, null),
  },
  { requiredKeys: [] },
);
const item = fc.dictionary(fc.constantFrom("get", "post"), operation, { maxKeys: 2, minKeys: 1 });
const components = fc.record(
  {
    schemas: fc.oneof(fc.constant({}), fc.constant(null), fc.constant({ Thing: { type: "object" } })),
    responses: fc.constantFrom({}, null, { Own: { description: "Own" } }),
    headers: fc.constant({ Own: { schema: { type: "string" } } }),
  },
  { requiredKeys: [] },
);
const description = fc.record(
  {
    openapi: fc.constantFrom("3.0.3", "3.1.0", "3.2.0"),
    paths: fc.dictionary(fc.constantFrom("/", "/things/{id}"), item, { maxKeys: 2 }),
    components: fc.oneof(fc.constant(null), fc.constant({}), components),
    "x-last": fc.constantFrom("kept\n\n\n", "text\n", { a: { b: "c\n\n" } }, ["d"], null),
  },
  { requiredKeys: ["openapi"] },
) as fc.Arbitrary<JsonObject>;
const FLOWS = ["", "/paths", "/components", "/components/schemas", "/components/responses", "/paths/~/get"];
const style: fc.Arbitrary<Style> = fc.record({
  indent: fc.constantFrom(2, 3, 4),
  lineEnd: fc.constantFrom("\n", "\r\n"),
  flow: fc.subarray([...FLOWS, "/paths//", "/paths///get", "/paths///get/responses"]).map((paths) => new Set(paths)),
  quote: fc.constantFrom('"', "'", ""),
  sequencesAtKey: fc.boolean(),
  comments: fc.boolean(),
  blankLines: fc.boolean(),
  spread: fc.boolean(),
  head: fc.constantFrom("", "---\n", "# A head\n\n", "%YAML 1.2\n---\n"),
  tail: fc.constantFrom("", "\n", "\n\n\n", "\n# end\n", "\n...\n", "\n  \n"),
});

describe("any description, in any style", () => {
  test("holds what was intended, and comes back byte for byte", () => {
    const table = fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(shop, shopOfTwo) },
      { weight: 1, arbitrary: anyForm() },
    );
    fc.assert(
      fc.property(description, style, table, fc.constantFrom("all", "table", "none"), (data, how, model, mode) => {
        holds(styledYaml(data, how), model, mode);
      }),
      { numRuns: runs(100) },
    );
  });

  test("follows its table: what is new comes, what changed is replaced, what is gone goes", () => {
    fc.assert(
      fc.property(description, style, (data, how) => {
        const text = styledYaml(data, how);
        const two = textOf(textOf(text, shop), shopOfTwo, { mode: "all" });
        expect(read(two)).toEqual(read(textOf(text, shopOfTwo)));
        expect(textOf(two, shopOfTwo, { remove: true })).toBe(text);
        expect(read(textOf(two, shop))).toEqual(read(textOf(text, shop)));
      }),
      { numRuns: 60 },
    );
  });
});

const HEAD = 'openapi: "3.1.0"\n';
const PATHS = `${HEAD}paths:\n  /things:\n    get:\n      operationId: getThing\n      responses:\n        "200": { description: OK }\n`;

test("a conflict among errors names the way to merge the words", () => {
  const conflict = "<<<<<<< HEAD\n  x-a: 1\n=======\n  x-a: 2\n>>>>>>> other\n";
  const helpOf = (text: string) => {
    const request = { tables: [], mode: undefined, remove: false, force: false };
    const [found] = embed({ path: "api.yaml", text }, request).diagnostics;
    return [found?.code, found?.help?.includes("merge-driver --install")];
  };
  expect(helpOf(`${PATHS}x-errtable: components\n${conflict}`)).toEqual(["merge-conflict", true]);
  expect(helpOf(`${PATHS}x-mine: a\n${conflict}`)).toEqual(["merge-conflict", false]);
});

describe("what cannot be done for certain is refused, with its place", () => {
  test.each([
    ["Swagger 2.0", 'swagger: "2.0"\npaths: {}\n', "1:1 description-version"],
    ["a part of a description", "paths: {}\n", "1:1 description-version"],
    ["another version", "info: {}\nopenapi: 4.0.0\n", "2:1 description-version"],
    ["no map", "- openapi\n", "1:1 description-version"],
    ["nothing", "", "1:1 description-version"],
    ["an error table", "name: A\nerrtable: 1\nerrors: {}\n", "2:1 description-version"],
    ["several documents", `${HEAD}---\na: 1\n`, "2:1 description-documents"],
    ["no YAML", `${HEAD}a: [1\n`, "3:1 description-syntax"],
    ["no JSON", '{\n  "openapi": "3.1.0"\n  "a": 1\n}\n', "3:3 description-syntax"],
    ["a key that stands twice", `${HEAD}a:\n  b: 1\n  c: 2\n  b: 3\n`, "5:3 description-duplicate-key"],
    [
      "a status that stands twice",
      PATHS.replace('"200": {', '200: { description: A }\n        "200": {'),
      "8:9 description-duplicate-key",
    ],
    ["an alias without an anchor", `${HEAD}a: *b\n`, "2:4 description-alias"],
    ["a merge of what is no map", `${PATHS}x: &s [{ a: 1 }]\ny: { <<: *s, b: { <<: 5 } }\n`, "9:19 description-alias"],
    ["a carriage return alone", `${HEAD}# a\r# b\n`, "2:4 description-syntax"],
    ["a set", `${PATHS}x: !!set { a, b }\n`, "8:10 description-shape"],
    ["a path in a place that is none", `${HEAD}paths:\n  /a:\n    $ref: "#/%zz"\n`, "4:5 description-reference"],
    ["an alias in its own anchor", `${HEAD}a: &b\n  c: *b\n`, "3:6 description-alias"],
    [
      "responses that are an alias",
      PATHS.replace("responses:\n        ", "x: &r\n        ").concat("      responses: *r\n"),
      "8:18 description-alias",
    ],
    [
      "responses that others refer to",
      PATHS.replace("responses:", "responses: &r").concat("x: *r\n"),
      "7:9 description-alias",
    ],
    [
      "operations of a merge",
      `${HEAD}x: &i\n  get: { responses: {} }\npaths:\n  /a:\n    <<: *i\n`,
      "6:5 description-alias",
    ],
    [
      "an operation in another file",
      `${HEAD}paths:\n  /a:\n    get:\n      $ref: "a.yaml"\n`,
      "5:7 description-reference",
    ],
    ["a path in another file", `${HEAD}paths:\n  /a:\n    $ref: "a.yaml"\n`, "4:5 description-reference"],
    [
      "responses in another file",
      PATHS.replace('"200": { description: OK }', '$ref: "r.yaml"'),
      "7:9 description-reference",
    ],
    [
      "responses that are a list",
      PATHS.replace('\n        "200": { description: OK }', " []"),
      "6:18 description-shape",
    ],
    ["components that are null", `${PATHS}components: null\n`, "8:13 description-shape"],
    [
      "somebody's name",
      `${PATHS}components:\n  schemas:\n    OrderGoneError: { type: object }\n`,
      "10:5 embed-name-taken",
    ],
  ])("%s", (_, text, place) => {
    const { text: result, diagnostics } = put(text, shop);
    expect(result).toBeUndefined();
    const [first] = diagnostics;
    if (first === undefined) throw new Error("Nothing is told.");
    const { line, column } = positionAt(first.place.source, first.place.span.start);
    expect(`${line}:${column} ${first.code}`).toBe(place);
    expect(first.help).toMatch(/\.$|"3.1.0"$/);
  });

  test("another table's component of the same name, also in one run", () => {
    const other = { ...shop, name: "Other" };
    const added = textOf(PATHS, shop);
    expect(put(added, other, { mode: "none" })).toMatchObject({ text: undefined, isBlocked: true });
    const tables = [shop, other].map((model) => ({ model, options: {} }));
    const both = embed({ path: "api.yaml", text: PATHS }, { tables, mode: "none", remove: false, force: false });
    expect(both.diagnostics.map(({ code }) => code)).toContain("embed-name-taken");
  });
});

describe("what people did", () => {
  test("a component that was edited by hand is reported, and replaced by force alone", () => {
    const added = textOf(PATHS, shop);
    const edited = added.replace(/^( +)Gone\.$/m, "$1Really gone.");
    const { text, diagnostics, isBlocked } = put(edited, shop);
    expect([text, isBlocked]).toEqual([undefined, true]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["embed-edited"]);
    expect(textOf(edited, shop, { force: true })).toBe(added);
    expect(put(edited, shop, { remove: true }).text).toBeUndefined();
    expect(textOf(edited, shop, { remove: true, force: true })).toBe(PATHS);
  });

  test("another layout, and another order, is no edit", () => {
    const added = textOf(PATHS, shop);
    const json = JSON.stringify(parse(added));
    expect(textOf(json, shop)).toBe(json);
  });

  test("a response that they wrote stays, also in place of one that was there for the table", () => {
    const own = PATHS.replace('"200":', '"410":');
    const { text, diagnostics, notes } = put(own, shop);
    expect(text).toBe(own);
    expect([diagnostics, notes.map(({ code }) => code)]).toEqual([[], ["embed-kept"]]);
    const added = textOf(PATHS, shop);
    const changed = added.replace('$ref: "#/components/responses/GoneErrors"', "description: Mine");
    const kept = textOf(changed, shop);
    expect(operationsOf(read(kept)).get("get /things")).toEqual({
      operationId: "getThing",
      responses: { "200": { description: "OK" }, "410": { description: "Mine" } },
    });
    expect(read(kept)["components"]).toBeUndefined();
  });

  test("what they refer to by hand is there, with all that it needs; they are told when it goes", () => {
    const own = PATHS.replace("{ description: OK }", '{ $ref: "#/components/responses/TooManyRequestsErrors" }');
    const added = textOf(own, shopOfTwo, { mode: "table" });
    const { schemas, headers } = read(added)["components"] as Record<string, JsonObject>;
    expect(Object.keys(schemas ?? {})).toContain("BusyError");
    expect(Object.keys(headers ?? {})).toEqual(["Retry-After"]);
    const removed = put(added, shopOfTwo, { remove: true });
    expect(removed.text).toBe(own);
    expect(removed.diagnostics.map(({ code }) => code)).toEqual(["embed-dangling"]);
  });

  test("anchors and merges elsewhere do no harm; a merged response counts as theirs", () => {
    const anchors = "x-a: &a { b: 1 }\nx-c:\n  <<: *a\n  d: *a\n";
    holds(`${PATHS}${anchors}`, shop, "all");
    const merged = PATHS.replace(HEAD, `${HEAD}x-r: &r { "410": { description: Theirs } }\n`);
    const text = `${merged}        <<: *r\n`;
    expect(put(text, shop).text).toBe(text);
  });

  test("a map may merge more than once", () => {
    holds(`${PATHS}x-a: &a { b: 1 }\nx-c:\n  <<: *a\n  <<: { d: 1 }\n`, shop, "all");
  });

  test.each(["|", "|-", "|+", ">", ">-", "|2"])(
    "spaces on the last lines of a text after %s are a part of it",
    (style) => {
      for (const end of ["     \n", "\n     \n\n", " ", "  \n \n", "     \r\n"]) {
        holds(
          `${PATHS}      description: ${style.replace("2", "8")}\n                a\n            ${end}`,
          shop,
          "all",
        );
        holds(`${PATHS}x-text: ${style}\n    a\n${end}`, shop, "all");
      }
    },
  );

  test.each(["", "components:\n  parameters: {}\n", "components:\n", "components:\n  schemas: {}\n"])(
    "marks that earlier versions wrote into components are understood, and go with the next run: %j",
    (own) => {
      const text = `${PATHS}${own}`;
      const added = textOf(text, shop);
      const words = /^x-errtable: (.*)\n/m.exec(added)?.[1]?.split(" ") ?? [];
      const inner = words.filter((word) => word.includes("/")).map((word) => word.replace("components/", ""));
      const outer = words.includes("components") ? "x-errtable: components\n" : "";
      const old = added
        .replace(/^x-errtable: .*\n/m, outer)
        .replace(/^components:\n/m, `components:\n  x-errtable: ${inner.join(" ")}\n`);
      expect(old).not.toBe(added);
      expect(read(textOf(old, shop))).toEqual(read(added));
      expect(textOf(old, shop, { remove: true })).toBe(text);
      // Programs that join descriptions take the text for a map of its letters.
      const joined = {
        ...read(added),
        components: { ...(read(added)["components"] as object), "x-errtable": { 0: "r" } },
      };
      expect(read(textOf(JSON.stringify(joined), shop))).toEqual(read(added));
    },
  );

  test("without a table, all that is errtable's is taken out", () => {
    const both = textOf(textOf(PATHS, shop), functionCompute, { prefix: "Fc" });
    const none = { tables: [], mode: undefined, remove: true, force: false };
    expect(embed({ path: "api.yaml", text: both }, none).text).toBe(PATHS);
  });
});
