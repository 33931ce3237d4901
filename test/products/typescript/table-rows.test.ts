// Large tables leave out of each row what is the same for most rows or stands elsewhere: nobody who uses the code sees that.
import { describe, expect, test } from "vitest";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { loadProduct } from "../../helpers/typescript-product.ts";

/** Few rows have texts, statuses or params, and a code has the name of a member that all objects have. */
const few = modelOf({
  body: { code: "/code", message: "/message", properties: { state: { type: "string" } }, required: ["state"] },
  errors: {
    ...Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`Code${at}`, { constants: { state: `S${at}` } }])),
    Code1a: { status: 404 },
    Code2a: { message: "it is gone", links: [{ title: "More", url: "https://example.com" }] },
    Code3a: { message: "%s is gone", params: { thing: {} }, constants: { state: "gone" } },
    Code4a: { cases: { one: { message: "one" }, two: { status: 410 } } },
    toString: {},
    ["__proto__"]: { constants: { state: "proto" } },
  },
});

describe.each([
  ["Demo", few],
  ["KitchenSink", modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml")],
  ["HostileText", modelOfFile("test/cases/hostile-text/hostile-text.errors.yaml")],
] as const)("%s", (_, model) => {
  const name = `${model.name.charAt(0).toLowerCase()}${model.name.slice(1)}ErrorTable`;

  test.each([{}, { locales: [] }, { internal: true, extensions: ["x-owner"] }])(
    "has its entries in their order: %j",
    async (options) => {
      const rows = (await loadProduct(model, { ...options, perCode: "never" }))[name];
      const entries = (await loadProduct(model, { ...options, perCode: "always" }))[name];
      expect(Object.keys(rows ?? {})).toEqual(Object.keys(entries ?? {}));
      expect(rows).toEqual(entries);
      expect(entries).toBeTypeOf("object");
    },
  );
});

test("a code without a text takes any message, and a code that is not in the table none", async () => {
  for (const perCode of ["never", "always"] as const) {
    const { formatDemoMessage, parseDemoMessage, createDemoError } = await loadProduct(few, { perCode });
    for (const code of ["Code7", "toString", "__proto__"]) {
      expect(formatDemoMessage?.(code, { message: "any" })).toBe("any");
      expect(parseDemoMessage?.(code, "any")).toEqual({ message: "any" });
      expect(() => formatDemoMessage?.(code, {})).toThrow(TypeError);
    }
    for (const code of ["Code", "valueOf", "constructor"]) {
      expect(() => formatDemoMessage?.(code, { message: "any" })).toThrow("no error with this code");
      expect(() => createDemoError?.(code, { message: "any" })).toThrow("no error with this code");
      expect(parseDemoMessage?.(code, "any")).toBeUndefined();
    }
  }
});
