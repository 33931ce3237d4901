// The examples of an error become whole response bodies; an error without examples gets one, made from what its params,
// members and details say of themselves.
import type { Example } from "../spec/spec.gen.ts";
import type { Json, JsonObject, JsonSchema } from "./json.ts";
import type { BodyModel, ErrorModel, ExampleModel, ParamModel } from "./model.ts";
import { sampleOf } from "./sample.ts";
import { formatTemplate } from "./template.ts";

/** Where the API promises no text there is still a message member; the example says what kind of text stands there. */
const NO_TEMPLATE = "…";

export function buildExamples(
  error: Omit<ErrorModel, "examples">,
  specs: Readonly<Record<string, Example>>,
  body: BodyModel,
): readonly ExampleModel[] {
  const named: readonly (readonly [string, Example])[] = Object.entries(specs);
  const examples = named.length === 0 ? [["default", {}] as const] : named;
  return examples.flatMap(([name, spec]) => buildExample(name, spec, error, body) ?? []);
}

function buildExample(
  name: string,
  spec: Example,
  error: Omit<ErrorModel, "examples">,
  body: BodyModel,
): ExampleModel | undefined {
  const params = Object.fromEntries(error.params.map((param) => [param.name, valueOf(param, spec.params ?? {})]));
  const members = Object.fromEntries(
    body.properties.filter(({ required }) => required).map(({ name: member, schema }) => [member, schema]),
  );
  const common = fill({ type: "object", properties: members, required: Object.keys(members) }, spec.properties);
  const details = error.details === undefined ? {} : fill(error.details, spec.details);
  // A schema that no value can be made up for has no example rather than a wrong one.
  if (common === undefined || details === undefined) return undefined;
  const text = messageText(error, params);
  return {
    name,
    ...(spec.summary === undefined ? {} : { summary: spec.summary }),
    params,
    body: bodyOf(error.code, text, { ...common, ...details }, body),
  };
}

/** The canonical body: code and message where their pointers say, further members beside them. */
export function bodyOf(code: string, message: string, members: JsonObject, body: BodyModel): JsonObject {
  const root: Record<string, Json> = {};
  place(root, body.code, code);
  place(root, body.message, message);
  return { ...root, ...members };
}

function place(target: Record<string, Json>, tokens: readonly string[], value: string): void {
  const [first, ...rest] = tokens;
  if (first === undefined) return;
  if (rest.length === 0) return define(target, first, value);
  const inner = (Object.hasOwn(target, first) ? target[first] : {}) as Record<string, Json>;
  define(target, first, inner);
  place(inner, rest, value);
}

/** A member named "__proto__" is a member like any other. */
function define(target: object, name: string, value: Json): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

function messageText(error: Omit<ErrorModel, "examples">, params: Readonly<Record<string, string | number>>): string {
  if (error.template === undefined) return error.description ?? NO_TEMPLATE;
  return formatTemplate(
    error.template,
    error.params.map(({ name, type }) => toValue(params[name] ?? "", type)),
  );
}

function toValue(value: string | number, type: ParamModel["type"]): string | number | bigint {
  return type === "int64" ? BigInt(value) : value;
}

function valueOf(param: ParamModel, given: Readonly<Record<string, string | number>>): string | number {
  const value = given[param.name] ?? param.example ?? param.enum?.[0] ?? DEFAULTS[param.type];
  return value === undefined ? param.name : value;
}

const DEFAULTS: Readonly<Partial<Record<ParamModel["type"], number>>> = { integer: 1, int64: 1, number: 1.5 };

function fill(schema: JsonSchema, given: object | undefined): JsonObject | undefined {
  const sample = sampleOf(schema, (given ?? {}) as JsonObject);
  return sample as JsonObject | undefined;
}
