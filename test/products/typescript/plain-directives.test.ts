// Tables whose messages print texts and integers as they are have a smaller engine, which does what the whole engine does.
import fc from "fast-check";
import { expect, test } from "vitest";
import { modelOf } from "../../helpers/model-fixtures.ts";
import { loadProduct, productOf } from "../../helpers/typescript-product.ts";

const WHOLE = { Whole: { message: "%5d", params: { width: {} } } };

/** Words and values have few characters, so that there are several ways to divide messages. */
const ERRORS = {
  Text: { message: "a %s", params: { text: {} } },
  Count: { message: "%d of %d", params: { one: {}, other: {} } },
  Sides: { message: "%d-%s-%d", params: { left: {}, text: {}, right: {} } },
  Texts: { message: "%s 1 %s.", params: { one: {}, other: {} } },
  Close: { message: "%s%d", params: { text: {}, count: {} } },
  Again: { message: "%1$s %2$d %1$s", params: { text: {}, count: {} } },
  Twice: { message: "%1$d/%1$d", params: { count: {} } },
  Bare: { message: "%d", params: { count: {} } },
  Braces: { message: "{a} %s {b}", params: { text: {} } },
  Chosen: { message: "as %s -%s", params: { kind: { enum: ["1", "-"] }, text: {} } },
  Cases: {
    message: "c %s",
    params: { text: {} },
    cases: { one: {}, two: { message: "c %d 1", params: { count: {} } }, three: { message: "c 1" } },
  },
  Fixed: { message: "a 1" },
  Open: {},
} as const;

const text = fc.string({ unit: fc.constantFrom("a", "1", "0", "-", " ", ".", "/", "{", "c", "%"), maxLength: 4 });
const number = fc.oneof(
  fc.integer({ min: -12, max: 12 }),
  fc.maxSafeInteger(),
  fc.constantFrom(-0, 0.5, -0.5, 1e21, -1e21, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, 12n, -12n),
);
const params = fc.record(
  {
    ...{ text, one: fc.oneof(text, number), other: fc.oneof(text, number), kind: fc.constantFrom("1", "-", "x") },
    ...{
      count: number,
      left: number,
      right: number,
      message: text,
      case: fc.constantFrom("one", "two", "three", "no"),
    },
  },
  { requiredKeys: ["text", "one", "other", "count", "left", "right", "message", "case"] },
);

test("messages are printed, read and found alike", async () => {
  const plain = await loadProduct(modelOf({ errors: ERRORS }));
  const whole = await loadProduct(modelOf({ errors: { ...ERRORS, ...WHOLE } }));
  let read = 0;
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(ERRORS)), params, text, fc.nat(8), (code, given, inserted, at) => {
      const printed = outcome(() => plain["formatDemoMessage"]?.(code, given));
      expect(printed).toEqual(outcome(() => whole["formatDemoMessage"]?.(code, given)));
      if (typeof printed !== "string") return;
      for (const message of [printed, printed.slice(0, at) + inserted + printed.slice(at), inserted]) {
        const found = plain["parseDemoMessage"]?.(code, message);
        expect(found).toEqual(whole["parseDemoMessage"]?.(code, message));
        if (found !== undefined) read += 1;
        const candidates = whole["decodeDemoMessage"]?.(message) as readonly { readonly code: string }[];
        expect(plain["decodeDemoMessage"]?.(message)).toEqual(candidates.filter((each) => each.code !== "Whole"));
      }
    }),
    { numRuns: 1500 },
  );
  expect(read).toBeGreaterThan(500);
});

test("the smaller engine knows no other directive", async () => {
  const [plain = "", whole = ""] = await Promise.all(
    [ERRORS, { ...ERRORS, ...WHOLE }].map(async (errors) => (await productOf(modelOf({ errors }))).get("printf.ts")),
  );
  expect(whole).toContain("function printFloat(");
  expect(plain).not.toMatch(/function (?:printFloat|quote|parseDirective)/);
  expect(plain.length).toBeLessThan(0.75 * whole.length);
});

function outcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return [String(error)];
  }
}
