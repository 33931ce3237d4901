// What details are typed as, against json-schema-to-typescript: for closed schemas with each kind of member both are the same.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { layout } from "../../../generator/products/typescript/printer/typescript-layout.ts";
import { typeDoc } from "../../../generator/products/typescript/printer/typescript-type.ts";
import { schemaType } from "../../../generator/products/typescript/types/schema-types.ts";
import type { JsonSchema } from "../../../generator/text/json/value.ts";
import { scratchFolder } from "../../helpers/typescript-product.ts";
import { compilerPath } from "../../judges/compilers/compilers.ts";
import { type JSONSchema, typesOfSchema } from "../../judges/compilers/typescript-library.ts";

const text = { type: "string" } as const;
const number = { type: "number" } as const;

/** Every member is closed, for theirs are open to any other member and ours need not say so. */
const SCHEMAS: Readonly<Record<string, Record<string, unknown>>> = {
  "plain members": object(
    { a: text, b: number, c: { type: "integer" }, d: { type: "boolean" }, e: { type: "null" } },
    "a",
  ),
  "names that need quotes": object({ "x-c": text, "1": number, 'a"b': text }, "x-c"),
  "several types": object({ a: { type: ["string", "null"] }, b: { type: ["number", "boolean"] } }, "a"),
  constants: object(
    { a: { const: "x" }, b: { enum: ["p", "q", null, 1, true] }, c: { type: "string", enum: ["r"] } },
    "b",
  ),
  "objects in objects": object({ a: object({ b: object({ c: text }, "c") }) }, "a"),
  lists: object({ a: { type: "array", items: text }, b: { type: "array", items: object({ c: number }, "c") } }, "a"),
  "lists of lists": object(
    { a: { type: "array", items: { type: "array", items: { type: ["number", "null"] } } } },
    "a",
  ),
  maps: object({ a: { type: "object", additionalProperties: number } }, "a"),
  alternatives: object(
    { a: { anyOf: [text, object({ b: number }, "b")] }, c: { oneOf: [number, { type: "boolean" }] } },
    "a",
  ),
  "parts put together": object({ a: { allOf: [object({ b: text }, "b"), { type: "object", required: ["b"] }] } }, "a"),
  "titles that clash": object(
    { a: { title: "Item", ...object({ b: text }, "b") }, c: { title: "Item", ...object({ d: number }) } },
    "a",
  ),
};

test("they are the same types, but that ours can be read only", async () => {
  const parts = await Promise.all(
    Object.entries(SCHEMAS).map(async ([name, schema], index) => {
      const theirs = await typesOfSchema(schema as JSONSchema, "Theirs", { bannerComment: "", format: false });
      const ours = layout(typeDoc(schemaType(schema as JsonSchema)));
      return `// ${name}
namespace Case${index} { ${theirs.replaceAll("[k: string]: unknown", "")}
  export type Ours = ${ours};
  export const same: Same<Ours, Frozen<Theirs>> = true;
}
`;
    }),
  );
  const file = join(scratchFolder(), "details.ts");
  writeFileSync(file, `${HELPERS}\n${parts.join("\n")}`);
  const tsc = compilerPath("typescript");
  const options = [
    "--noEmit",
    "--strict",
    "--exactOptionalPropertyTypes",
    "--target",
    "es2022",
    "--ignoreConfig",
    file,
  ];
  const { stdout } = spawnSync(process.execPath, [tsc, ...options], { encoding: "utf8" });
  expect(stdout).toBe("");
});

const HELPERS = `type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : "theirs holds more") : "ours holds more";
`;

function object(properties: Record<string, unknown>, ...required: readonly string[]): Record<string, unknown> {
  return { type: "object", properties, required, additionalProperties: false };
}
