// The examples of an error become whole response bodies. An error without examples gets one from the examples and types of
// its params, members and details.
import type { Example } from "../reader/spec.gen.ts";
import { sampleOf } from "../schema/sample.ts";
import { formatTemplate } from "../template/read-template.ts";
import { type Json, type JsonObject, type JsonSchema, recordOf } from "../text/json/value.ts";
import type { BodyModel, ErrorModel, ExampleModel, ParamModel } from "./model.ts";

/** The message of an example where the API promises no text and the error has no description. */
const NO_TEMPLATE = "…";

export function buildExamples(
  error: Omit<ErrorModel, "examples">,
  specs: Readonly<Record<string, Example>>,
  body: BodyModel,
): readonly ExampleModel[] {
  const named = Object.keys(specs).length === 0 ? { default: {} } : specs;
  return Object.entries<Example>(named).flatMap(([name, spec]) => buildExample(name, spec, error, body) ?? []);
}

function buildExample(
  name: string,
  spec: Example,
  error: Omit<ErrorModel, "examples">,
  body: BodyModel,
): ExampleModel | undefined {
  const given = spec.params ?? recordOf([]);
  const params = recordOf(error.params.map((param) => [param.name, exampleValue(param, given)]));
  const common = fill(membersSchema(body), spec.properties);
  const details = error.details === undefined ? {} : fill(error.details, spec.details);
  // Without a sample value there is no example, rather than a wrong one.
  if (common === undefined || details === undefined) return undefined;
  const text = messageText(error, params);
  return {
    name,
    ...(spec.summary === undefined ? {} : { summary: spec.summary }),
    params,
    body: bodyOf(error.code, text, { ...common, ...details }, body),
  };
}

function membersSchema({ properties }: BodyModel): JsonObject {
  return {
    type: "object",
    properties: recordOf(properties.map(({ name, schema }) => [name, schema])),
    required: properties.filter(({ required }) => required).map(({ name }) => name),
  };
}

/** The canonical body: code and message where their pointers say, further members beside them. */
export function bodyOf(code: string, message: string, members: JsonObject, body: BodyModel): JsonObject {
  const root = recordOf<Json>([]);
  place(root, body.code, code);
  place(root, body.message, message);
  return recordOf([...Object.entries(root), ...Object.entries(members)]);
}

function place(target: Record<string, Json>, tokens: readonly string[], value: string): void {
  const [first, ...rest] = tokens;
  if (first === undefined) return;
  if (rest.length === 0) {
    target[first] = value;
    return;
  }
  target[first] ??= recordOf<Json>([]);
  place(target[first] as Record<string, Json>, rest, value);
}

function messageText(error: Omit<ErrorModel, "examples">, params: Readonly<Record<string, string | number>>): string {
  if (error.template === undefined) return error.description ?? NO_TEMPLATE;
  const values = error.params.map(({ name, type }) => {
    const value = params[name] ?? "";
    return type === "int64" ? BigInt(value) : value;
  });
  return formatTemplate(error.template, values);
}

function exampleValue(param: ParamModel, given: Readonly<Record<string, string | number>>): string | number {
  return given[param.name] ?? param.example ?? param.enum?.[0] ?? DEFAULTS[param.type] ?? param.name;
}

const DEFAULTS: Readonly<Partial<Record<ParamModel["type"], number>>> = { integer: 1, int64: 1, number: 1.5 };

function fill(schema: JsonSchema, given: object | undefined): JsonObject | undefined {
  return sampleOf(schema, given as JsonObject | undefined) as JsonObject | undefined;
}
