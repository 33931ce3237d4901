// Names of very many codes have a type of their own, because compilers write no inferred type of such a length into declarations.
import { expect, test } from "vitest";
import { modelOf } from "../../helpers/model-fixtures.ts";
import { expectCleanText, productOf } from "../../helpers/typescript-product.ts";

async function codesOf(count: number): Promise<string> {
  const codes = Array.from({ length: count }, (_, index) => `${"a".repeat(122)}_${10_000 + index}`);
  const model = modelOf({ errors: Object.fromEntries(codes.map((code) => [code, {}])) });
  return (await productOf(model, { parts: ["codes"] })).get("codes.ts") ?? "";
}

test("few codes have an inferred type", async () => {
  const lines = (await codesOf(100)).split("\n");
  expect(lines).toContain("export const DemoErrorCodes = {");
  expect(lines.at(-2)).toBe("} as const;");
});

test("very many have a written one", async () => {
  const text = await codesOf(3_500);
  const lines = text.split("\n");
  expect(lines).toContain("export const DemoErrorCodes: {");
  expect(lines.filter((line) => line.startsWith("  readonly A"))).toHaveLength(3_500);
  expect(lines.slice(lines.indexOf("} = {")).filter((line) => line.startsWith("  A"))).toHaveLength(3_500);
  expect(lines.at(-2)).toBe("};");
  const few = lines.filter((line) => !/a_1\d\d[1-9]\d/i.test(line) && !/a_1[^0]/i.test(line));
  await expectCleanText("codes.ts", few.join("\n"));
});
