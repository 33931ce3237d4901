// The smaller runtime of plain pages decodes as the whole one does, for every table that a page takes it for.
import { resolve } from "node:path";
import { build } from "esbuild";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { forPages, plainForm, plainMessages } from "../../generator/build/plain-runtime.ts";
import type { Decoder } from "../../generator/decode/decoder.ts";
import {
  type DecoderTable,
  decoderTable,
  hasPlainForm,
  hasPlainMessages,
} from "../../generator/decode/decoder-table.ts";
import type { Part, ValueType } from "../../generator/runtime/printf/parts.ts";
import * as short from "../../generator/runtime/printf/plain-printf.ts";
import * as printf from "../../generator/runtime/printf/printf.ts";
import "../helpers/seeds.ts";
import { modelOf, modelOfFile } from "../helpers/model-fixtures.ts";
import { functionCompute, pastedErrors } from "../helpers/pasted-errors.ts";

type MakeDecoder = (table: DecoderTable) => Decoder;

const counts = decoderTable(
  modelOf({
    errors: {
      Full: { message: "shelf %d of %s holds %d items", params: { shelf: {}, depot: {}, items: { type: "integer" } } },
      Heavy: { message: "%s weighs %d kg", params: { parcel: {}, weight: {} } },
    },
  }),
);
const seed = decoderTable(functionCompute);

let whole: MakeDecoder;
let plain: MakeDecoder;

beforeAll(async () => {
  whole = await bundled([]);
  plain = await bundled([forPages, plainMessages, plainForm]);
});

async function bundled(plugins: readonly (typeof plainForm)[]): Promise<MakeDecoder> {
  const { outputFiles } = await build({
    entryPoints: [resolve(import.meta.dirname, "../../generator/decode/decoder.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
    plugins: [...plugins],
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const { makeDecoder } = (await import(`data:text/javascript;base64,${code}`)) as { makeDecoder: MakeDecoder };
  return makeDecoder;
}

test("the tables are plain, and others are not", () => {
  for (const table of [counts, seed]) expect([hasPlainMessages(table), hasPlainForm(table)]).toEqual([true, true]);
  const others = [
    { body: { code: { at: "/code", type: "integer" }, message: "none" }, errors: {} },
    { errors: { A: { cases: { b: { status: 400, message: "b" }, c: { status: 404, message: "c" } } } } },
  ];
  const models = [modelOfFile("test/cases/docs-list/lists.errors.yaml"), ...others.map(modelOf)];
  for (const model of models) expect(hasPlainForm(decoderTable(model))).toBe(false);
  for (const type of ["int64", "number"]) {
    const model = modelOf({ errors: { A: { message: "%s left", params: { count: { type } } } } });
    expect(hasPlainMessages(decoderTable(model))).toBe(false);
  }
});

test("every pasted error of the seed is decoded alike", () => {
  const [one, other] = [whole(seed), plain(seed)];
  for (const { text } of pastedErrors) expect(other(text), text).toEqual(one(text));
});

test("any template of texts and integers, each param once, prints and reads any message alike", () => {
  const literal = fc.constantFrom("", "", "a", "1", "-", "aa", " of ", "a1");
  const kind = fc.constantFrom(["%s", "string"], ["%d", "integer"], ["%s", "integer"]) as fc.Arbitrary<
    [string, ValueType]
  >;
  const template = fc
    .array(fc.tuple(literal, kind), { maxLength: 4 })
    .chain((pieces) =>
      fc.tuple(fc.constant(pieces), literal, fc.shuffledSubarray([...pieces.keys()], { minLength: pieces.length })),
    );
  const text = fc.constantFrom("", "a", "1", "-1", "1a", "aa1", " of ", "007", "12", "-", "9007199254740993");
  fc.assert(
    fc.property(template, fc.array(text, { maxLength: 6 }), ([pieces, last, order], texts) => {
      const parts = [
        ...pieces.flatMap(([word, [directive]], at): Part[] => [word, [order[at] ?? 0, directive]]),
        last,
      ].filter((part) => part !== "");
      const types: ValueType[] = [];
      for (const [at, [, [, type]]] of pieces.entries()) types[order[at] ?? 0] = type;
      const filled = pieces.map(([word], at) => word + (texts[at] ?? "")).join("") + last;
      for (const message of [filled, texts.join("")]) {
        const values = printf.readMessage(parts, types, message);
        expect(short.readMessage(parts, types, message), message).toEqual(values);
        expect(short.isPossibleMessage(parts, message), message).toBe(printf.isPossibleMessage(parts, message));
        if (values) expect(short.formatMessage(parts, values)).toBe(message);
      }
    }),
    { numRuns: 3_000 },
  );
});

test("any values in messages are decoded alike", () => {
  const [one, other] = [whole(counts), plain(counts)];
  const number = fc.oneof(
    fc.integer().map(String),
    fc.bigInt().map(String),
    fc.constantFrom("007", "-0", "+5", "1e3", "1.5", "", " 7", "٣", "9007199254740993", "99999999999999999999", "NaN"),
  );
  const word = fc.oneof(fc.string(), fc.constantFrom("shelf", "A of B", "1 of 2", "weighs", "3 kg"));
  fc.assert(
    fc.property(number, word, number, (first, text, second) => {
      for (const message of [`shelf ${first} of ${text} holds ${second} items`, `${text} weighs ${first} kg`])
        for (const pasted of [message, JSON.stringify({ code: "Full", message }), `Heavy: ${message}`])
          expect(other(pasted), pasted).toEqual(one(pasted));
    }),
    { numRuns: 300 },
  );
});
