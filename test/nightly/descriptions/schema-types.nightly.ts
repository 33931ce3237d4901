// Generators of types make one of each code's definition in the JSON Schema: a switch exhausts them, and examples fit.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Model } from "../../../generator/model/model.ts";
import { errorsSchema } from "../../../generator/products/catalog/errors-schema.ts";
import { type JsonObject, objectOf } from "../../../generator/text/json/value.ts";
import { declaredType } from "../../helpers/described-forms.ts";
import { OPENAPI_TABLES } from "../../helpers/openapi-tables.ts";
import { compilerFindings, freshFolder, library } from "./tools.ts";

interface Quicktype {
  readonly quicktype: (request: object) => Promise<{ readonly lines: readonly string[] }>;
  readonly InputData: new () => { addInput: (input: object) => void };
  readonly JSONSchemaInput: new (store: undefined) => { addSource: (source: object) => Promise<void> };
}

/** The module of types for a schema. */
const GENERATORS: Readonly<Record<string, (schema: JsonObject) => Promise<string>>> = {
  "json-schema-to-typescript": async (schema) => {
    const { compile } = library("json-schema-to-typescript") as {
      readonly compile: (schema: object, name: string, options: object) => Promise<string>;
    };
    return compile(structuredClone(schema), "Body", { unreachableDefinitions: true, format: false });
  },
  quicktype: async (schema) => {
    const { quicktype, InputData, JSONSchemaInput } = library("quicktype-core") as Quicktype;
    const input = new JSONSchemaInput(undefined);
    await input.addSource({ name: "schema", schema: JSON.stringify(schema), uris: ["#/$defs/"] });
    const inputData = new InputData();
    inputData.addInput(input);
    const rendererOptions = { "just-types": "true", "prefer-unions": "true" };
    return (await quicktype({ inputData, lang: "typescript", rendererOptions })).lines.join("\n");
  },
  "json-schema-to-zod": async (schema) => {
    const { jsonSchemaToZod } = library("json-schema-to-zod") as {
      readonly jsonSchemaToZod: (schema: object, options: object) => string;
    };
    const definitions = Object.entries(objectOf(schema["$defs"])).map(([name, definition]) =>
      jsonSchemaToZod(definition as object, { name, module: "esm", type: true, noImport: true, zodVersion: 3 }),
    );
    return ['import { z } from "zod";', ...definitions].join("\n");
  },
};

/** A member of a member does not tell the types of a union apart; generators fail on names such as __proto__. */
const TABLES = OPENAPI_TABLES.filter(([name, { body }]) => body.code.at.length === 1 && !name.includes("hostile"));

/** What generators cannot do themselves. */
const LEFT_OUT: Readonly<Record<string, (name: string, model: Model) => boolean>> = {
  // It makes no type of a definition where the whole schema is a list, and knows no tuples.
  "json-schema-to-typescript": (name, { body }) => body.list?.at.length === 0 || name.includes("kitchen-sink.errors"),
  // It makes numbers of integers that are constants, and knows no members by pattern.
  quicktype: (name, { body }) => body.code.type === "integer" || name.includes("kitchen-sink.errors"),
};

const ALL = Object.keys(GENERATORS).flatMap((name) =>
  TABLES.filter(([table, model]) => LEFT_OUT[name]?.(table, model) !== true).map(
    ([table, model]) => [name, table, model] as const,
  ),
);

test.each(ALL)("%s of %s", async (name, table, model) => {
  const folder = freshFolder(`schema-${name}-${table.replaceAll(/\W+/g, "-")}`);
  const text = (await GENERATORS[name]?.(errorsSchema(model))) ?? "";
  writeFileSync(join(folder, "types.ts"), text);
  const program = programOf(model, (schema) => `types.${declaredType(schema, text)}`);
  writeFileSync(join(folder, "types.use.ts"), program);
  // Members that may be absent may be undefined in the types of zod.
  expect(await compilerFindings(folder, { exactOptionalPropertyTypes: !name.endsWith("zod") })).toBe("");
});

function programOf({ errors, body }: Model, typeOf: (schema: string) => string): string {
  const [code = ""] = body.code.at;
  const types = errors.map(({ errorName }) => typeOf(errorName));
  const cases = errors.map(({ wireCode }, index) => {
    const narrowed = `const one: ${types[index]} = error; void one;`;
    return `    case ${JSON.stringify(wireCode)}: { ${narrowed} return ${index}; }`;
  });
  const examples = errors.flatMap(({ cases: ofError }) =>
    ofError.flatMap((one) => one.examples.map((each) => each.body)),
  );
  return [
    'import type * as types from "./types";',
    `export function use(error: ${types.join(" | ")}): number {`,
    `  switch (error[${JSON.stringify(code)}]) {`,
    ...cases,
    // An error alone is no union, but its code is narrowed all the same.
    `    default: { const none: never = error${errors.length > 1 ? "" : `[${JSON.stringify(code)}]`}; return none; }`,
    "  }",
    "}",
    ...examples.map((example) => `use(${JSON.stringify(example)});`),
    "",
  ].join("\n");
}
