// Generated tables of any size and with any codes know their own codes, and no others.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CodeHash,
  chooseHash,
  firstSlot,
  hashedNumbers,
} from "../../../generator/products/typescript/guards/hash-search.ts";
import { hostileString } from "../../helpers/hostile-strings.ts";
import { modelOf } from "../../helpers/model-fixtures.ts";
import { loadProduct, productOf } from "../../helpers/typescript-product.ts";

const any = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20 }),
  hostileString.filter((text) => text !== ""),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "a",
    "aa",
    "aaa",
    "错误",
    "é",
    "e\u0301",
    "\ud83d\ude00",
    " ",
  ),
);
const sameLength = fc.string({ minLength: 6, maxLength: 6 });
const prefixes = fc.nat({ max: 60 }).map((length) => "Resource".repeat(8).slice(0, length + 1));
const oneCharacter = fc
  .tuple(fc.nat({ max: 30 }), fc.constantFrom("x", "y", "z"))
  .map(([at, character]) => `${"-".repeat(at)}${character}${"-".repeat(30 - at)}`);
const codes = fc.oneof(
  ...[any, sameLength, prefixes, oneCharacter].map((code) => fc.uniqueArray(code, { minLength: 1, maxLength: 90 })),
);

describe("the search for slots", () => {
  test("finds the same for the same codes, and ends near the first slot", () => {
    let found = 0;
    fc.assert(
      fc.property(codes, (list) => {
        const slots = chooseHash(list);
        expect(chooseHash([...list])).toEqual(slots);
        if (slots === undefined) return;
        found += 1;
        const size = 2 ** slots.bits;
        expect(size).toBeGreaterThanOrEqual(2 * list.length);
        expect(size).toBeLessThanOrEqual(Math.max(4, 4 * list.length));
        for (const code of list) {
          expect(code.length).toBeGreaterThanOrEqual(slots.shortest);
          expect(slotOf(code, slots)).toBeGreaterThanOrEqual(0);
          expect(slotOf(code, slots)).toBeLessThan(size);
        }
        expect(steps(list)).toBeLessThanOrEqual(3 * list.length);
      }),
      // Which lists there are decides for how many of them there are slots.
      { numRuns: 500, seed: 7 },
    );
    expect(found).toBeGreaterThan(400);
  });

  test.each([
    ["numbered in the middle", (index: number) => `Resource${index}NotUsable`],
    ["numbered at the end", (index: number) => `ER_${String(index).padStart(6, "0")}`],
    ["of one to five digits", (index: number) => String(index)],
    ["of two words", (index: number) => `${WORDS[index % 97]}.${WORDS[(index * 31) % 89]}${index >> 6}`],
  ])("tells fifty thousand codes apart that are %s", (_, codeOf) => {
    const list = [...new Set(Array.from({ length: 50_000 }, (_, index) => codeOf(index)))];
    expect(list.length).toBeGreaterThan(5000);
    expect(steps(list)).toBeLessThan(2 * list.length);
  });

  test("gives up on codes that no few characters tell apart", () => {
    const list = Array.from({ length: 500 }, (_, at) => `${"a".repeat(at)}b${"a".repeat(499 - at)}`);
    expect(chooseHash(list)).toBeUndefined();
  });
});

describe("generated lookups", () => {
  const allowed = fc.oneof(any, oneCharacter, prefixes).filter((code) => /^[^\s\p{C}]{1,128}$/u.test(code));

  test.each([1, 8, 9, 16, 17, 40, 90])("know their own codes and no others, with %i codes", async (count) => {
    const samples = fc.sample(fc.uniqueArray(allowed, { minLength: count, maxLength: count }), {
      numRuns: 6,
      seed: count,
    });
    const others = fc.sample(fc.oneof(any, allowed), { numRuns: 300, seed: 5 });
    for (const list of samples) {
      const product = await loadProduct(tableOf(list));
      const own = new Map(list.map((code, index) => [code, statusOf(index)]));
      for (const code of [...list, ...others, ...list.flatMap(neighbours), ""]) {
        const body: unknown = JSON.parse(JSON.stringify({ code, message: "m" }));
        expect(product["isDemoError"]?.(body), JSON.stringify(code)).toBe(own.has(code));
        expect(product["isUnknownDemoError"]?.(body)).toBe(!own.has(code));
        for (const status of [400, 404, 500])
          expect(product["isDemoErrorOfStatus"]?.(body, status)).toBe(own.get(code) === status);
      }
    }
  });

  test.each([1, 16, 17, 90, 300])("know their own integers and no others, with %i codes", async (count) => {
    const integer = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -400, max: 400 }));
    const wholes = fc.uniqueArray(
      integer.filter((code) => code !== 0),
      { minLength: count, maxLength: count },
    );
    const others = [
      0,
      -0,
      0.5,
      Number.MAX_SAFE_INTEGER,
      2 ** 32,
      -1,
      1,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      "1",
      null,
    ];
    for (const list of fc.sample(wholes, { numRuns: 3, seed: count })) {
      const product = await loadProduct(
        tableOf(list.map(String), { code: { at: "/code", type: "integer" }, message: "/message" }),
      );
      const own = new Map<unknown, number>(list.map((code, index) => [code, statusOf(index)]));
      for (const code of [
        ...list,
        ...others,
        ...list.flatMap((each) => [-each, each + 1, each + 2 ** 32, String(each)]),
      ]) {
        const body: unknown = { code, message: "m" };
        expect(product["isDemoError"]?.(body), String(code)).toBe(own.has(code));
        expect(product["isUnknownDemoError"]?.(body), String(code)).toBe(!own.has(code) && Number.isInteger(code));
        expect(product["isDemoErrorOfStatus"]?.(body, 404)).toBe(own.get(code) === 404);
      }
      expect(list.map((code) => ({ code, message: "m" })).filter(product["isDemoError"] as () => boolean)).toHaveLength(
        count,
      );
    }
  });

  test("a map stands in where characters do not tell the codes apart", async () => {
    const list = Array.from({ length: 120 }, (_, at) => `${"a".repeat(at)}b${"a".repeat(119 - at)}`);
    const lookup = (await productOf(tableOf(list))).get("lookup.ts");
    expect(lookup).toContain("new Map<string, SharedFacts>()");
    const product = await loadProduct(tableOf(list));
    for (const code of list) expect(product["isDemoError"]?.({ code, message: "m" })).toBe(true);
    expect(product["isDemoError"]?.({ code: "a".repeat(120), message: "m" })).toBe(false);
  });
});

const WORDS = Array.from({ length: 97 }, (_, index) => `Word${(index * 7919).toString(36)}`);

function slotOf(code: string, { samples, multiplier, bits }: CodeHash): number {
  return firstSlot(hashedNumbers(code, samples), multiplier, bits);
}

/** How many slots are looked into when each code is looked up once. */
function steps(list: readonly string[]): number {
  const slots = chooseHash(list);
  if (slots === undefined) return Number.POSITIVE_INFINITY;
  const taken = new Set<number>();
  let count = 0;
  for (const code of list) {
    let slot = slotOf(code, slots);
    for (count += 1; taken.has(slot); count += 1) slot = (slot + 1) % 2 ** slots.bits;
    taken.add(slot);
  }
  return count;
}

function statusOf(index: number): number {
  return [400, 404, 500][index % 3] ?? 400;
}

function neighbours(code: string): readonly string[] {
  return [code.slice(1), code.slice(0, -1), `${code}a`, `a${code}`, code.toUpperCase(), [...code].reverse().join("")];
}

function tableOf(list: readonly string[], body?: object) {
  const errors = list.map((code, index) => [code, { status: statusOf(index), identifier: `Made${index}` }] as const);
  return modelOf({ ...(body === undefined ? {} : { body }), errors: Object.fromEntries(errors) });
}
