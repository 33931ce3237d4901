// The quick way to read messages agrees with the thorough one: it is sure of nothing that the other one reads differently.
import fc from "fast-check";
import { expect, test } from "vitest";
import { directTemplate, readDirectly } from "../../generator/runtime/messages/direct.ts";
import type { Value } from "../../generator/runtime/printf/param-values.ts";
import type { Part, ValueType } from "../../generator/runtime/printf/parts.ts";
import { formatMessage, readMessage } from "../../generator/runtime/printf/printf.ts";

const DIRECTIVES: readonly (readonly [directive: string, type: ValueType])[] = [
  ...["%s", "%s", "%s", "%.3s", "%-.192s", "%6s", "%c", "%q"].map((directive) => [directive, "string"] as const),
  ...["%d", "%d", "%5d", "%-5d", "%05d", "%u", "%x", "%#x", "%+d", "%.3d"].flatMap((directive) => [
    [directive, "integer"] as const,
    [directive, "int64"] as const,
  ]),
  ...["%f", "%.2f", "%8.3f", "%.0f", "%g", "%e", "%n"].map((directive) => [directive, "number"] as const),
];

/** Short texts of few characters, so that words of the template stand in values, too. */
const word = fc.string({ unit: fc.constantFrom("'", " ", "-", ".", "0", "1", "o", "f", "x", "😀"), maxLength: 4 });
const text = fc.oneof(
  word,
  fc.constantFrom("' of '", " of ", "demo", "0x1f", "-0", "007", "1.50", "1e21", "12345678901234567890"),
);

function anyValue(type: ValueType): fc.Arbitrary<Value> {
  if (type === "string") return text;
  if (type === "int64") return fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n);
  if (type === "integer") return fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.constantFrom(0, -0));
  return fc.oneof(fc.double({ noNaN: true }), fc.integer(), fc.constantFrom(-0, 0.005, 1.005, 1e21));
}

const template = fc.array(fc.tuple(word, fc.constantFrom(...DIRECTIVES)), { maxLength: 4 }).chain((slots) =>
  fc.record({
    slots: fc.constant(slots),
    tail: word,
    values: fc.tuple(...slots.map(([, [, type]]) => anyValue(type))),
  }),
);

test("whatever the message is", () => {
  let sure = 0;
  fc.assert(
    fc.property(template, text, fc.nat(20), ({ slots, tail, values }, inserted, at) => {
      const types = slots.map(([, [, type]]) => type);
      const pieces = slots.flatMap(([before, [directive]], index): Part[] => [before, [index, directive]]);
      const parts = [...pieces, tail].filter((part) => part !== "");
      const direct = directTemplate(
        parts,
        slots.map((_, index) => `p${index}`),
        types,
      );
      if (direct === undefined) return;
      const message = formatMessage(parts, values);
      for (const read of [message, message.slice(0, at) + inserted + message.slice(at), message.slice(at)]) {
        const quick = readDirectly(direct, read);
        if (quick === "unsure") continue;
        const thorough = readMessage(parts, types, read);
        expect(quick && Object.values(quick), JSON.stringify({ parts, read })).toEqual(thorough);
        if (quick !== undefined) sure += 1;
      }
    }),
    { numRuns: 2000 },
  );
  expect(sure).toBeGreaterThan(500);
});

test("most messages are read at once, with values of every type", () => {
  const parts: readonly Part[] = [
    "'",
    [0, "%-.192s"],
    "' of ",
    [1, "%5d"],
    " at ",
    [2, "%#x"],
    " for ",
    [3, "%.2f"],
    " s, ",
    [4, "%n"],
    "!",
  ];
  const direct = directTemplate(parts, ["a", "b", "c", "d", "e"], ["string", "integer", "int64", "number", "number"]);
  const values = ["orders", 12, 4096n, 1.5, -0.25];
  const read = direct && readDirectly(direct, formatMessage(parts, values));
  expect(read).toEqual({ a: "orders", b: 12, c: 4096n, d: 1.5, e: -0.25 });
});
