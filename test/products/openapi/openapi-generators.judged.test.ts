// What client generators make of the components: unions that a switch exhausts and that real bodies fit, in every version.
import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { modelFor } from "../../../generator/model/audience.ts";
import type { ErrorModel, Model } from "../../../generator/model/model.ts";
import { type RootlessModel, withoutRoot } from "../../../generator/products/openapi/xml-root.ts";
import type { OpenapiOptions } from "../../../generator/products/options.gen.ts";
import { valueAt } from "../../../generator/text/json/pointer.ts";
import { type Json, type JsonObject, listOf, objectOf } from "../../../generator/text/json/value.ts";
import { operationsWithErrors } from "../../helpers/described-operations.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import {
  type Components,
  componentsOf,
  documentAround,
  documentOfAll,
  VERSIONS,
} from "../../helpers/openapi-document.ts";
import { FORMS, formName } from "../../helpers/openapi-tables.ts";
import { REAL_APIS } from "../../helpers/real-bodies.ts";
import { CLIENT_FOLDERS, heyApi, openapiTypescript } from "../../judges/clients/openapi-generators.ts";

const ROOT = join(import.meta.dirname, "../../..");
const FOLDER = join(CLIENT_FOLDERS, "errtable-generators");
const FUNCTION_COMPUTE = modelOfFile("spec/function-compute.errors.yaml");

/** Tables in one description, each with a prefix; the first has none. Null is spelled as the version has it. */
const TABLES: readonly (readonly [Model, OpenapiOptions])[] = [
  [FUNCTION_COMPUTE, {}],
  [FUNCTION_COMPUTE, { prefix: "Plain", discriminator: false }],
  [modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml"), { prefix: "Sink", default: true, ranges: true }],
  [modelOfFile("test/cases/kitchen-sink/nested.errors.yaml"), { prefix: "Nested", default: true }],
  [modelOfFile("test/cases/kitchen-sink/problem.errors.yaml"), { prefix: "Problem_", ranges: true }],
  ...REAL_APIS.map(({ model }) => [model, { prefix: model.name }] as const),
  ...FORMS.map((form) => [modelOfFile(form), { prefix: formName(form), default: form.includes("integer") }] as const),
];

/** The prefixes of the tables that have null in a schema. */
const WITH_NULL = new Set(["Sink", "List"]);

/** A type's name in a module, by the name of its schema. */
type TypeOf = (schema: string) => string;

const GENERATORS = {
  "openapi-typescript": {
    make: openapiTypescript,
    import: "{ components }",
    typeOf: (schema: string) => `components["schemas"]["${schema}"]`,
  },
  "hey-api": {
    make: heyApi,
    import: "* as types",
    // It spells names in its own way: "InvalidAccessKeyIDError" as "InvalidAccessKeyIdError".
    typeOf: (schema: string, module: string) =>
      `types.${new RegExp(`(?<=^export type )${schema.replaceAll("_", "")}\\b`, "im").exec(module)?.[0]}`,
  },
} as const;

interface Union {
  readonly name: string;
  readonly model: RootlessModel;
  /** A member without an error is the body without a code. */
  readonly members: readonly { readonly schema: string; readonly error: ErrorModel | undefined }[];
}

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const version of VERSIONS) {
    const spelled = { version: version.startsWith("3.0") ? "3.0" : "3.1" } as const;
    const tables = await Promise.all(
      TABLES.map(async ([model, options]) => {
        const all = { ...options, ...(WITH_NULL.has(options.prefix ?? "") ? spelled : {}) };
        return { model, options, components: await componentsOf(model, all) };
      }),
    );
    const unions = tables.flatMap(({ model, options, components }) => unionsOf(model, options, components));
    const document = documentOfAll(tables.map(({ components }) => documentAround(version, components)));
    for (const [name, generator] of Object.entries(GENERATORS)) {
      const module = `${name}-${version}`;
      const text = await generator.make(document);
      writeFileSync(join(FOLDER, `${module}.ts`), text);
      const typeOf: TypeOf = (schema) => generator.typeOf(schema, text);
      const uses = [
        ...unions.map((union, index) => useOf(union, index, typeOf)),
        ...tables.flatMap(({ components }) => wholeBodies(components, typeOf)),
        ...unions.map((union, index) => realBodies(union, index, typeOf)),
      ];
      writeFileSync(
        join(FOLDER, `${module}.use.ts`),
        `import type ${generator.import} from "./${module}";\n${uses.join("\n")}`,
      );
    }
  }
  writeFileSync(join(FOLDER, "api.ts"), await openapiTypescript(await described()));
  writeFileSync(join(FOLDER, "client.ts"), CLIENT);
});

test("every union is exhausted, narrows to each of its errors, and fits every example; no other code does", async () => {
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022", "dom"],
    module: "esnext",
    moduleResolution: "bundler",
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  writeFileSync(join(FOLDER, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  const compiled = await promisify(execFile)(process.execPath, [tsc, "-p", FOLDER]).catch(
    ({ stdout }: { readonly stdout: string }) => ({ stdout }),
  );
  expect(compiled.stdout).toBe("");
});

test("openapi-fetch narrows an error that a server answers with by its code", async () => {
  const error = FUNCTION_COMPUTE.errors.find(({ code }) => code === "AliasNotFound");
  const server = createServer((_, response) => {
    response.writeHead(error?.statuses[0] ?? 0, { "content-type": "application/json" });
    response.end(JSON.stringify(error?.cases[0]?.examples[0]?.body));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    const { port } = server.address() as AddressInfo;
    const client = (await import(pathToFileURL(join(FOLDER, "client.ts")).href)) as {
      readonly getAlias: (baseUrl: string) => Promise<string>;
    };
    expect(await client.getAlias(`http://127.0.0.1:${port}`)).toBe(
      "no alias: alias 'prod' of service 'demo' does not exist",
    );
  } finally {
    server.close();
  }
});

function unionsOf(whole: Model, { prefix = "" }: OpenapiOptions, { schemas }: Components): readonly Union[] {
  const model = withoutRoot(modelFor({}, whole));
  const errors = new Map(model.errors.map((error) => [prefix + error.errorName, error]));
  return Object.entries(schemas).flatMap(([name, schema]) => {
    const alternatives = schema["oneOf"] ?? schema["anyOf"] ?? schema["allOf"];
    if (!name.endsWith("Errors")) return [];
    const members = (alternatives as readonly { readonly $ref: string }[]).map(({ $ref }) => {
      const member = $ref.slice($ref.lastIndexOf("/") + 1);
      const error = errors.get(member);
      if (error === undefined && member !== `${prefix}ErrorWithoutCode`) throw new Error(`${member} is no error.`);
      return { schema: member, error };
    });
    return [{ name, model, members }];
  });
}

/** A switch over the code whose default is never; a body per example; and bodies that no error has. */
function useOf({ name, model, members }: Union, index: number, typeOf: TypeOf): string {
  const { at } = model.body.code;
  const type = typeOf(name);
  // A union is narrowed by a member of its own; an error alone is no union, but its code is narrowed all the same.
  const narrows = at.length === 1;
  const place = at.map((token) => `[${JSON.stringify(token)}]`).join("");
  const cases = members.map(({ schema, error }) => {
    const narrowed = narrows ? ` const one: ${typeOf(schema)} = error; void one;` : "";
    if (error === undefined) return `    case undefined: case null: {${narrowed} return "none"; }`;
    return `    case ${JSON.stringify(error.wireCode)}: {${narrowed} return ${JSON.stringify(error.code)}; }`;
  });
  const answers = members.flatMap(({ error }) => error?.cases ?? []);
  const bodies = answers.flatMap(({ examples }) => examples.map(({ body }) => body));
  const [body] = bodies;
  const wrong = [
    ...(body === undefined ? [] : [withValue(body, at, "NoSuchCode")]),
    ...answers.flatMap(({ constants: [constant], examples: [example] }) =>
      constant === undefined || example === undefined ? [] : [withValue(example.body, constant.at, "no such value")],
    ),
  ];
  const right = [
    ...bodies,
    ...(members.some(({ error }) => error === undefined) && body !== undefined ? [withValue(body, at, undefined)] : []),
  ];
  return [
    `export function use${index}(error: ${type}): string {`,
    `  switch (error${place}) {`,
    ...cases,
    `    default: { const none: never = error${narrows && members.length > 1 ? "" : place}; return none; }`,
    "  }",
    "}",
    ...right.map((one) => `use${index}(${JSON.stringify(one)});`),
    ...wrong.flatMap((one) => [`// @ts-expect-error`, `use${index}(${JSON.stringify(one)});`]),
    "",
  ].join("\n");
}

/** The body with another value at a place; undefined leaves the member out. */
function withValue(body: JsonObject, [token = "", ...rest]: readonly string[], value: Json | undefined): JsonObject {
  const { [token]: before, ...others } = body;
  const after = rest.length === 0 ? value : withValue(before as JsonObject, rest, value);
  return after === undefined ? others : { ...others, [token]: after };
}

/** The documented bodies of the codes of a union; they may hold members that the table does not have. */
function realBodies({ name, model, members }: Union, index: number, typeOf: TypeOf): string {
  const api = REAL_APIS.find((one) => one.model.name === model.name);
  const codes = new Set(members.map(({ error }) => error?.code ?? null));
  const items = (api?.bodies ?? [])
    .filter(({ code, hasCode = true }) => codes.has(hasCode ? code : null))
    .flatMap(({ body }) => itemsOf(body, model));
  const type = `${typeOf(name)} & Record<string, unknown>`;
  return items.map((item, at) => `export const real${index}_${at}: ${type} = ${JSON.stringify(item)};\n`).join("");
}

/** The errors of a body: the items of a list, and the inside of the root element of XML. */
function itemsOf(body: JsonObject, { body: { list }, root }: RootlessModel): readonly Json[] {
  const inside = root === undefined ? body : objectOf(body[root]);
  return list === undefined ? [inside] : listOf(valueAt(inside, list.at));
}

/** The whole bodies of responses that hold lists. */
function wholeBodies({ responses, schemas }: Components, typeOf: TypeOf): readonly string[] {
  return Object.entries(responses).flatMap(([name, response]) => {
    if (schemas[`${name}Body`] === undefined) return [];
    const [content] = Object.values(response["content"] as Readonly<Record<string, JsonObject>>);
    const examples = Object.values((content?.["examples"] ?? {}) as Readonly<Record<string, JsonObject>>);
    return examples.map(
      ({ value }, index) => `export const of${name}${index}: ${typeOf(`${name}Body`)} = ${JSON.stringify(value)};\n`,
    );
  });
}

/** An API whose operation answers with some codes of a status. */
async function described(): Promise<JsonObject> {
  const model = { ...FUNCTION_COMPUTE, operations: modelOf(OPERATIONS).operations };
  const path = "/services/{service}/aliases/{alias}";
  const operation = { operationId: "GetAlias", method: "get", path };
  const { components, operations } = operationsWithErrors(model, {}, [operation]);
  const parameters = ["service", "alias"].map((name) => ({
    ...{ name, in: "path", required: true },
    schema: { type: "string" },
  }));
  const ok = { description: "OK", content: { "application/json": { schema: { type: "object", properties: {} } } } };
  const responses = { "200": ok, ...operations[0]?.responses };
  return {
    openapi: "3.1.1",
    info: { title: "Test", version: "1.0.0" },
    paths: { [path]: { get: { operationId: "GetAlias", parameters, responses } } },
    components,
  } as unknown as JsonObject;
}

const OPERATIONS = {
  errors: Object.fromEntries(FUNCTION_COMPUTE.errors.map(({ code, statuses }) => [code, { status: statuses }])),
  operations: { "*": ["AccessDenied"], GetAlias: ["AliasNotFound", "ServiceNotFound"] },
};

const CLIENT = `import createClient from "openapi-fetch";
import type { paths } from "./api";

export async function getAlias(baseUrl: string): Promise<string> {
  const client = createClient<paths>({ baseUrl });
  const { error } = await client.GET("/services/{service}/aliases/{alias}", {
    params: { path: { service: "demo", alias: "prod" } },
  });
  switch (error?.errorCode) {
    case undefined:
      return "found";
    case "AliasNotFound":
      return \`no alias: \${error.errorMessage}\`;
    case "ServiceNotFound":
    case "AccessDenied":
      return \`no service: \${error.errorMessage}\`;
    default: {
      const none: never = error;
      return none;
    }
  }
}
`;
