// Reading a description takes work that grows with the description alone, whichever way it lists its codes.
import { expect, test } from "vitest";
import type { FoundTable } from "../../generator/intake/found-table.ts";
import { readSource } from "../../generator/intake/read-source.ts";
import { tableText } from "../../generator/intake/table-text.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { itemsOf } from "../helpers/count-items.ts";
import { describedBy, json, shown } from "./described-by.ts";

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
const errorOf = (code: unknown, more: object = {}) => ({
  type: "object",
  properties: { code, message: { type: "string" }, ...more },
});
const finer = (index: number) => ({ details: { type: "object", properties: { reason: { enum: [`R_${index}`] } } } });

const FORMS: Readonly<Record<string, (count: number) => object>> = {
  "a schema each": (count) => ({
    400: json({ schema: { oneOf: upTo(count).map((index) => errorOf({ enum: [`C_${index}`] })) } }),
  }),
  "a schema each, with a finer code": (count) => ({
    400: json({ schema: { oneOf: upTo(count).map((index) => errorOf({ enum: [`C_${index}`] }, finer(index))) } }),
  }),
  "constants with a text each": (count) => ({
    400: json({
      schema: errorOf({ oneOf: upTo(count).map((index) => ({ const: `C_${index}`, description: "It." })) }),
    }),
  }),
  "an enum": (count) => ({ 400: json({ schema: errorOf({ enum: upTo(count).map((index) => `C_${index}`) }) }) }),
  "an example each": (count) => ({
    400: shown(...upTo(count).map((index) => ({ code: `C_${index}`, message: `Thing ${index} is gone.` }))),
  }),
};

function read(responses: object, more: Record<string, unknown> = {}): FoundTable {
  const text = JSON.stringify(describedBy(responses as Record<string, unknown>, more));
  const found = readSource({ path: "api.json", text }, "/api.json", memoryHost({}), undefined);
  if ("length" in found) throw new Error(found.map(({ message }) => message).join("\n"));
  return found;
}

test.each(Object.entries(FORMS))("%s", async (_, responsesOf) => {
  const work = (count: number) => itemsOf(async () => read(responsesOf(count)));
  await work(1);
  expect((await work(200)) / (await work(100))).toBeLessThan(2.2);
});

test("operations with errors of their own", async () => {
  const paths = (count: number) =>
    Object.fromEntries(
      upTo(count).map((index) => {
        const responses = { 400: json({ schema: errorOf({ enum: [`C_${index}`] }) }) };
        return [`/thing${index}`, { get: { operationId: `get${index}`, responses } }];
      }),
    );
  const work = (count: number) => {
    const found = read({}, { paths: paths(count) });
    return itemsOf(async () => tableText(found, "api.json", () => "Things"));
  };
  await work(1);
  expect((await work(200)) / (await work(100))).toBeLessThan(2.2);
});

test("thousands of alternatives are codes", () => {
  expect(read(FORMS["a schema each"]?.(5000) ?? {}).errors).toHaveLength(5000);
});
