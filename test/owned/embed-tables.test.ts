// Embedding of several tables into one description, what is told of codes that none has, and what versions ask for.
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Diagnostic } from "../../generator/diagnostic/diagnostic.ts";
import { positionAt } from "../../generator/diagnostic/source.ts";
import type { Model } from "../../generator/model/model.ts";
import { type EmbedRequest, embed } from "../../generator/owned/description/embed-description.ts";
import type { JsonObject } from "../../generator/text/json/value.ts";
import { modelOf } from "../helpers/model-fixtures.ts";

const body = { code: "/code", message: "/message" };
const GONE = { status: 410, message: "it is gone" };

function table(name: string, errors: JsonObject, more: JsonObject = {}): Model {
  return modelOf({ name, body, errors, ...more });
}

const HEAD = 'openapi: "3.1.0"\n';
const PATHS =
  "paths:\n  /things:\n    get:\n      operationId: getThing\n" +
  '      responses:\n        "200": { description: OK }\n';
const TEXT = `${HEAD}${PATHS}`;

function run(text: string, models: readonly Model[], options: Partial<EmbedRequest> = {}) {
  const tables = models.map((model) => ({ model, options: {} }));
  return embed({ path: "api.yaml", text }, { tables, mode: "all", remove: false, force: false, ...options });
}

function textOf(text: string, models: readonly Model[], options: Partial<EmbedRequest> = {}): string {
  const { text: result, diagnostics } = run(text, models, options);
  if (result === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return result;
}

function told(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, severity, place, message }) => {
    const { line, column } = positionAt(place.source, place.span.start);
    return `${line}:${column} ${severity} ${code}: ${message}`;
  });
}

function responsesOf(text: string): JsonObject {
  return (parse(text) as { paths: Record<string, Record<string, { responses: JsonObject }>> }).paths["/things"]?.["get"]
    ?.responses as JsonObject;
}

test("codes are known as the table has them and as they travel", () => {
  const nonce = table("Acme", { badNonce: GONE }, { body: { ...body, code: { at: "/code", prefix: "urn:x:" } } });
  const codes = "      x-error-codes: [badNonce, urn:x:badNonce, urn:y:badNonce]\n";
  const added = run(TEXT.replace("      responses:", `${codes}      responses:`), [nonce]);
  expect(told(added.diagnostics)).toEqual([expect.stringContaining('No table has the code "urn:y:badNonce".')]);
  expect(responsesOf(added.text ?? "")).toMatchObject({ "410": { $ref: "#/components/responses/GetThingGoneErrors" } });
});

describe("webhooks and callbacks", () => {
  const OUTGOING = `${HEAD}webhooks:
  sold:
    post:
      operationId: onSold
      responses: { "200": { description: OK } }
  shared: { $ref: "#/components/pathItems/Shared" }
paths:
  /subscriptions:
    post:
      operationId: subscribe
      callbacks:
        called: { $ref: "#/components/callbacks/Called" }
      responses: { "200": { description: OK } }
components:
  pathItems:
    Shared: { post: { tags: [events], responses: { "200": { description: OK } } } }
  callbacks:
    Called:
      "{$request.body#/url}":
        post:
          operationId: onCall
          responses: { "200": { description: OK } }
          callbacks: { again: { $ref: "#/components/callbacks/Called" } }
`;
  const gone = { GONE };
  const lineOf = (text: string, word: string) => text.split("\n").findIndex((line) => line.includes(word));
  /** The operations that have a response of the table, by a word before it. */
  const answered = (text: string) =>
    ["onSold", "subscribe", "onCall", "events"].filter((word) => {
      const lines = text.split("\n").slice(lineOf(text, word));
      return lines.find((line) => line.includes("responses:"))?.includes("GoneErrors") === true;
    });

  test.each([
    ["by default, none: others answer them", undefined, {}, ["subscribe"]],
    ["with all, every one", "all", {}, ["onSold", "subscribe", "onCall", "events"]],
    ["with *, none", "table", { operations: { "*": ["GONE"] } }, ["subscribe"]],
    [
      "those that the table names",
      undefined,
      { operations: { onCall: ["GONE"], events: ["GONE"] } },
      ["onCall", "events"],
    ],
    ["components alone", "none", {}, []],
  ] as const)("%s", (_, mode, more, expected) => {
    const models = [table("Shop", gone, more)];
    const text = textOf(OUTGOING, models, { mode });
    expect(answered(text)).toEqual(expected);
    expect(textOf(text, models, { mode })).toBe(text);
    expect(textOf(text, [], { mode, remove: true })).toBe(OUTGOING);
  });

  test("a description with nothing for errors says what would work", () => {
    const notes = (text: string, more = {}, mode?: "none") =>
      told(run(text, [table("Shop", gone, more)], { mode }).notes);
    const webhooks = OUTGOING.slice(0, OUTGOING.indexOf("paths:"));
    expect(notes(`${HEAD}paths: {}\n`)).toEqual([
      expect.stringMatching(/^2:\d+ warning embed-unused: .* no operation,/),
    ]);
    expect(notes(webhooks.replace(/ {2}shared.*\n/, ""))).toEqual([
      expect.stringMatching(/^4:\d+ .* only webhooks and callbacks/),
    ]);
    expect(notes(TEXT, { operations: { other: ["GONE"] } })).toEqual([
      expect.stringMatching(/ names none of the operations/),
    ]);
    expect(notes(`${HEAD}paths: {}\n`, {}, "none")).toEqual([]);
    expect(notes(TEXT)).toEqual([]);
  });
});

describe("two tables of one status", () => {
  const [orders, parcels] = [
    table("Orders", { OrderGone: GONE }),
    table("Parcels", { ParcelGone: GONE, Busy: { status: 429 } }),
  ];
  const prefixed: EmbedRequest["tables"] = [
    { model: orders, options: {} },
    { model: parcels, options: { prefix: "Parcel" } },
  ];

  test("the first one's response is there, and it is told what is left out", () => {
    const added = run(TEXT, [], { tables: prefixed });
    expect(told(added.diagnostics)).toEqual([
      '6:7 warning embed-shared-status: "Orders" and "Parcels" both answer with 410: the codes of "Parcels" are left out, here.',
    ]);
    expect(added.notes).toEqual([]);
    expect(responsesOf(added.text ?? "")).toEqual({
      "200": { description: "OK" },
      "410": { $ref: "#/components/responses/GoneErrors" },
      "429": { $ref: "#/components/responses/ParcelTooManyRequestsErrors" },
    });
    expect(run(added.text ?? "", [], { tables: prefixed }).text).toBe(added.text);
    expect(textOf(added.text ?? "", [orders, parcels], { remove: true })).toBe(TEXT);
  });

  test("in runs of their own too, with the place; when the first goes, the other comes", () => {
    const first = textOf(TEXT, [orders]);
    const both = run(first, [], { tables: prefixed.slice(1) });
    const [finding] = told(both.diagnostics);
    expect(finding).toMatch(/^\d+:9 warning embed-shared-status/);
    const rest = textOf(both.text ?? "", [orders], { remove: true });
    expect(run(rest, [], { tables: prefixed.slice(1) })).toMatchObject({ diagnostics: [] });
    expect(textOf(rest, [parcels], { remove: true })).toBe(TEXT);
  });
});

describe("codes that move from one table to another", () => {
  const before = [
    table("Orders", { OrderGone: GONE, Busy: { status: 429 } }),
    table("Common", { Down: { status: 503 } }),
  ];
  const after = [
    table("Orders", { Busy: { status: 429 } }),
    table("Common", { Down: { status: 503 }, OrderGone: GONE }),
  ];

  test.each(["in order", "in the other order"])("change hands where both are given, %s", (order) => {
    const [from, to] = order === "in order" ? [before, after] : [before.toReversed(), after.toReversed()];
    const moved = textOf(textOf(TEXT, from), to);
    expect(parse(moved)).toEqual(parse(textOf(TEXT, to)));
    expect(textOf(moved, to)).toBe(moved);
    expect(textOf(moved, to, { remove: true })).toBe(TEXT);
  });

  test("stay where only one is given, and are in the way as components; hand edits need force", () => {
    const there = textOf(TEXT, before);
    const { text, diagnostics } = run(there, after.slice(1));
    expect([text, diagnostics.map(({ code }) => code)]).toEqual([there, ["embed-shared-status"]]);
    expect(run(there, after.slice(1), { mode: "none" })).toMatchObject({ text: undefined, isBlocked: true });
    const edited = there.replace("it is gone", "it is away");
    expect(edited).not.toBe(there);
    expect(run(edited, after).diagnostics.map(({ code }) => code)).toContain("embed-edited");
    expect(parse(textOf(edited, after, { force: true }))).toEqual(parse(textOf(TEXT, after)));
  });
});

describe("codes of x-error-codes that no table has", () => {
  const shop = table("Shop", { OrderGone: GONE, Busy: { status: 429 } });
  const text = TEXT.replace("      responses:", "      x-error-codes: [OrderGnoe, Busy]\n      responses:");

  test("are told with their place and what was meant", () => {
    const { diagnostics, text: added } = run(text, [shop], { mode: undefined });
    expect(told(diagnostics)).toEqual(['6:23 warning embed-unknown-code: No table has the code "OrderGnoe".']);
    expect(diagnostics[0]?.help).toBe('Did you mean "OrderGone"?');
    expect(Object.keys(responsesOf(added ?? ""))).toEqual(["200", "429"]);
    expect(run(added ?? "", [shop], { remove: true })).toMatchObject({ text, diagnostics: [] });
  });

  test("are known where another table's responses in the description have them", () => {
    const other = table("Other", { OrderGnoe: { status: 409 } });
    const added = textOf(text, [other], { mode: "table" });
    expect(run(added, [shop], { mode: "table" }).diagnostics).toEqual([]);
  });
});

describe("the version of the description", () => {
  const details = { type: "object", properties: { until: { type: ["string", "null"] } } };
  const model = table("Shop", { OrderGone: { ...GONE, details } });

  test.each([
    ["3.0.3", { type: "string", nullable: true }],
    ["3.1.0", { anyOf: [{ type: "string" }, { type: "null" }] }],
    ["3.2.0", { anyOf: [{ type: "string" }, { type: "null" }] }],
  ])("%s says null its own way, whatever the configuration says", (version, until) => {
    const tables = [{ model, options: { version: "any" as const } }];
    const added = parse(textOf(TEXT.replace("3.1.0", version), [], { tables })) as JsonObject;
    const { schemas } = added["components"] as { schemas: Record<string, { properties: JsonObject }> };
    expect(schemas["OrderGoneError"]?.properties["until"]).toEqual(until);
  });
});
