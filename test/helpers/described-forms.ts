// Tables of every form in one description, and programs that use the types which a generator makes of it.
import { modelFor } from "../../generator/model/audience.ts";
import type { ErrorModel, Model } from "../../generator/model/model.ts";
import { type RootlessModel, withoutRoot } from "../../generator/products/openapi/xml-root.ts";
import type { OpenapiOptions } from "../../generator/products/options.gen.ts";
import { type Path, valueAt } from "../../generator/text/json/pointer.ts";
import { isList, type Json, type JsonObject, listOf, objectOf } from "../../generator/text/json/value.ts";
import { modelOfFile } from "./model-fixtures.ts";
import { type Components, componentsOf, documentAround, documentOfAll } from "./openapi-document.ts";
import { FORMS, formName } from "./openapi-tables.ts";
import { REAL_APIS } from "./real-bodies.ts";

const FUNCTION_COMPUTE = modelOfFile("spec/function-compute.errors.yaml");

/** Tables in one description, each with a prefix; the first has none. Null and tuples are spelled as the version has them. */
const TABLES: readonly (readonly [Model, OpenapiOptions])[] = [
  [FUNCTION_COMPUTE, {}],
  [FUNCTION_COMPUTE, { prefix: "Plain", discriminator: false }],
  [modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml"), { prefix: "Sink", default: true, ranges: true }],
  [modelOfFile("test/cases/kitchen-sink/nested.errors.yaml"), { prefix: "Nested", default: true }],
  [modelOfFile("test/cases/kitchen-sink/problem.errors.yaml"), { prefix: "Problem_", ranges: true }],
  ...REAL_APIS.map(({ model }) => [model, { prefix: model.name }] as const),
  ...FORMS.map((form) => [modelOfFile(form), { prefix: formName(form), default: form.includes("integer") }] as const),
  ...["List", "Root"].map((form) => {
    return [modelOfFile(`test/cases/tuples/${form.toLowerCase()}.errors.yaml`), { prefix: `Tuples${form}` }] as const;
  }),
];

/** The prefixes of the tables that have null or tuples in a schema. */
const SPELLED = new Set(["Sink", "List", "TuplesList", "TuplesRoot"]);

/** OpenAPI 3.0 has no tuples. */
function hasForm(version: string, prefix: string): boolean {
  return !(version.startsWith("3.0") && prefix.startsWith("Tuples"));
}

/** A type's name in a module, by the name of its schema. */
export type TypeOf = (schema: string) => string;

/** The description of the tables with these prefixes in a version of OpenAPI, and the program that uses its types. */
export async function describeForms(
  version: string,
  isIncluded: (prefix: string) => boolean = () => true,
): Promise<{
  readonly document: JsonObject;
  readonly programOf: (typeOf: TypeOf) => string;
}> {
  const spelled = { version: version.startsWith("3.0") ? "3.0" : "3.1" } as const;
  const tables = await Promise.all(
    TABLES.filter(([, { prefix = "" }]) => isIncluded(prefix) && hasForm(version, prefix)).map(
      async ([model, options]) => {
        const all = { ...options, ...(SPELLED.has(options.prefix ?? "") ? spelled : {}) };
        return { model, options, components: await componentsOf(model, all) };
      },
    ),
  );
  const unions = tables.flatMap(({ model, options, components }) => unionsOf(model, options, components));
  return {
    document: documentOfAll(tables.map(({ components }) => documentAround(version, components))),
    programOf: (typeOf) =>
      [
        ...unions.map((one, index) => useOf(one, index, typeOf)),
        ...tables.flatMap(({ components }) => wholeBodies(components, typeOf)),
        ...unions.map((one, index) => realBodies(one, index, typeOf)),
      ].join("\n"),
  };
}

/** The type of a schema in a module, for generators that spell names in their own way: "InvalidAccessKeyIdError". */
export function declaredType(schema: string, module: string): string {
  const plain = (name: string): string => name.replaceAll("_", "").toLowerCase();
  const names = [...module.matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, name = ""]) => name);
  return names.find((name) => plain(name) === plain(schema)) ?? `Missing${schema}`;
}

interface Union {
  readonly name: string;
  readonly model: RootlessModel;
  /** A member without an error is the body without a code. */
  readonly members: readonly { readonly schema: string; readonly error: ErrorModel | undefined }[];
}

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
      // Types of clients cannot say that a list holds an item.
      constant === undefined || example === undefined || constant.at.includes("-")
        ? []
        : [withValue(example.body, constant.at, "no such value")],
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
function withValue(body: Json, [token = "", ...rest]: Path, value: Json | undefined): Json {
  const { [token]: before, ...others } = body as JsonObject;
  const after = rest.length === 0 ? value : withValue(before as Json, rest, value);
  if (isList(body)) return body.map((item, position) => (position === token ? (after ?? null) : item));
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
