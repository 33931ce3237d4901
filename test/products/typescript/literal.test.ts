// Any text becomes TypeScript that means just that text, and a comment that stays a comment.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layout } from "../../../generator/products/typescript/printer/typescript-layout.ts";
import {
  commentLines,
  dataKey,
  propertyKey,
  stringLiteral,
  templatePart,
  templatePartBefore,
} from "../../../generator/products/typescript/printer/typescript-literal.ts";
import { typeDoc } from "../../../generator/products/typescript/printer/typescript-type.ts";
import { schemaType } from "../../../generator/products/typescript/types/schema-types.ts";
import { hostileString } from "../../helpers/hostile-strings.ts";

const text = fc.oneof(
  hostileString,
  fc.string({ unit: "binary" }),
  fc.constantFrom("$", "\\", "${", "`", "\ud800", "\u2028"),
);

describe("strings", () => {
  test("mean the text that they were made of", () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(evaluate(stringLiteral(value))).toBe(value);
        expect(stringLiteral(value)).toMatch(/^[^\n\r\u2028\u2029\ud800-\udfff]*$|[\u{10000}-\u{dffff}]/u);
      }),
    );
  });

  test("as names of members are own members, whatever they are called", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.constantFrom("__proto__", "constructor", "404")), (name) => {
        expect(Object.entries(evaluate(`({ ${dataKey(name)}: 1 })`) as object)).toEqual([[name, 1]]);
        if (name !== "__proto__") expect(dataKey(name)).toBe(propertyKey(name));
      }),
    );
  });

  test("as parts of template literals neither end them nor begin a placeholder", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const literal = `\`${templatePartBefore(before)}\${"|"}${templatePart(after)}\``;
        expect(evaluate(literal)).toBe(`${before}|${after}`);
      }),
    );
  });
});

describe("comments", () => {
  test("hold no text that ends them, and no tag of the text's own", () => {
    fc.assert(
      fc.property(text, text, (paragraph, reason) => {
        const lines = commentLines({ paragraphs: [paragraph], tags: [{ name: "deprecated", text: reason }] });
        for (const line of lines) {
          expect(line).not.toContain("*/");
          expect(line).not.toMatch(/[\n\r\u2028\u2029]/);
          if (!line.startsWith("@deprecated")) expect(line).not.toMatch(/(?:^|[\s{])@/);
        }
        expect(lines.filter((line) => line.startsWith("@deprecated"))).toHaveLength(1);
      }),
    );
  });

  test("escape what would be a tag in the middle of a line", () => {
    expect(commentLines("Use {@link x} or\n@deprecated it, a@b.example")).toEqual([
      "Use {\\@link x} or",
      "\\@deprecated it, a@b.example",
    ]);
  });
});

describe("types of schemas", () => {
  const print = (schema: Parameters<typeof schemaType>[0]): string => layout(typeDoc(schemaType(schema)));

  test.each([
    [true, "unknown"],
    [false, "never"],
    [{ type: "integer" }, "number"],
    [{ type: ["string", "null"] }, "string | null"],
    [{ enum: ["a", "b", 1, null] }, '"a" | "b" | 1 | null'],
    [{ type: "string", enum: ["a", 1] }, '"a"'],
    [{ anyOf: [{ type: "string" }, { const: "a" }] }, "string"],
    [{ type: "array", items: { type: ["string", "number"] } }, "readonly (string | number)[]"],
    [
      { type: "array", items: [{ type: "string" }, { type: "number" }], minItems: 1 },
      "readonly [string, number?, ...unknown[]]",
    ],
    [{ type: "array", items: [{ type: "string" }], additionalItems: false }, "readonly [string?]"],
    [
      {
        type: "array",
        items: [{ type: "object", properties: { id: { type: "string" } }, required: ["id"] }, { type: "integer" }],
        minItems: 2,
        additionalItems: false,
      },
      "readonly [\n  {\n    readonly id: string;\n  },\n  number,\n]",
    ],
    [{ properties: { a: { type: "string" } } }, "unknown"],
    [{ type: "object" }, "Readonly<Record<string, unknown>>"],
    [{ type: "object", additionalProperties: { type: "number" } }, "{\n  readonly [name: string]: number;\n}"],
    [
      { type: "object", properties: { a: {} }, required: ["b"] },
      "{\n  readonly a?: unknown;\n  readonly b: unknown;\n}",
    ],
    [{ type: "object", allOf: [{ type: "string" }] }, "never"],
  ] as const)("%j", (schema, type) => {
    expect(print(schema)).toBe(type);
  });
});

function evaluate(code: string): unknown {
  return new Function(`return ${code};`)();
}
