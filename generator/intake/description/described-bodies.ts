// The content of a response becomes its possible bodies: the alternatives of its schema, and its examples.

import { parseJson } from "../../text/json/parse-json.ts";
import { valueAt } from "../../text/json/pointer.ts";
import { entriesOf, isObject, type Json, type JsonObject, listOf, objectOf } from "../../text/json/value.ts";
import type { ErrorResponse } from "./described-responses.ts";
import type { Resolve } from "./reference-resolver.ts";

export interface Bodies {
  readonly mediaType: string;
  /** Object schemas without allOf, oneOf and anyOf. */
  readonly alternatives: readonly JsonObject[];
  readonly examples: readonly Example[];
}

export interface Example {
  readonly summary?: string;
  /** An object, or a list of objects. */
  readonly value: JsonObject | readonly JsonObject[];
}

export interface ReadResponse extends ErrorResponse {
  /** Undefined where it has no body in JSON. */
  readonly bodies: Bodies | undefined;
}

export function readBodies(responses: readonly ErrorResponse[], resolve: Resolve): readonly ReadResponse[] {
  return responses.map((response) => ({ ...response, bodies: bodiesOf(response.response, resolve) }));
}

function bodiesOf({ content }: JsonObject, resolve: Resolve): Bodies | undefined {
  const types = entriesOf(content);
  const [mediaType, written] =
    types.find(([type]) => /[/+]json\b/.test(type)) ??
    types.find(([type]) => /^(?:\*|application)\/\*$/.test(type)) ??
    [];
  const media = resolve(written);
  if (mediaType === undefined || !isObject(media)) return undefined;
  const alternatives = alternativesOf(media["schema"], resolve);
  const unnamed = [media, ...alternatives].flatMap(({ example, examples }) => [example, ...listOf(examples)]);
  const examples = [
    ...entriesOf(media["examples"]).flatMap(([, named]) => {
      const example = resolve(named);
      return isObject(example) ? toExample(example["value"], example["summary"]) : [];
    }),
    ...unnamed.flatMap((value) => toExample(value, undefined)),
  ];
  const plain = mediaType.split(";")[0]?.trim() ?? "";
  return {
    mediaType: /^[A-Za-z0-9][\w!#$&^.+-]*\/[A-Za-z0-9][\w!#$&^.+-]*$/.test(plain) ? plain : "application/json",
    alternatives,
    examples,
  };
}

/** Some tools write the example of a body as a text of JSON. */
function toExample(written: Json | undefined, summary: Json | undefined): readonly Example[] {
  const value = typeof written === "string" ? parseJson(written) : written;
  const isList = Array.isArray(value) && value.length > 0 && value.every(isObject);
  if (!isObject(value) && !isList) return [];
  return [{ value: value as Example["value"], ...(typeof summary === "string" ? { summary } : {}) }];
}

/** Of a schema that lists them one by one, and of one that combines several lists. */
const MOST_LISTED = 50_000;
const MOST_COMBINED = 2_000;
const DEEPEST = 12;

/** Each branch of oneOf and anyOf is joined with the keywords beside it and with allOf. Recursion in a schema adds nothing. */
export function alternativesOf(
  schema: Json | undefined,
  resolve: Resolve,
  outer: readonly JsonObject[] = [],
): readonly JsonObject[] {
  const resolved = resolve(schema);
  if (!isObject(resolved) || outer.includes(resolved) || outer.length > DEEPEST) return [];
  const { oneOf, anyOf, allOf, ...own } = resolved;
  const branchesOf = (branches: readonly Json[]) =>
    branches.flatMap((branch) => alternativesOf(branch, resolve, [...outer, resolved]));
  return [...listOf(allOf).map((part) => [part]), listOf(oneOf), listOf(anyOf)].reduce<readonly JsonObject[]>(
    (joined, branches) => joinEach(joined, branchesOf(branches)),
    [own],
  );
}

function joinEach(bases: readonly JsonObject[], branches: readonly JsonObject[]): readonly JsonObject[] {
  const most = bases.length === 1 ? MOST_LISTED : MOST_COMBINED;
  if (branches.length === 0 || bases.length * branches.length > most) return bases;
  return bases.flatMap((base) => branches.map((branch) => join(base, branch)));
}

/** The keywords of a branch win over those of the whole. */
function join(base: JsonObject, branch: JsonObject): JsonObject {
  const properties = new Map(entriesOf(base["properties"]));
  for (const [name, schema] of entriesOf(branch["properties"])) {
    const known = properties.get(name);
    properties.set(name, isObject(known) && isObject(schema) ? joinMember(known, schema) : schema);
  }
  const required = [...new Set([...listOf(base["required"]), ...listOf(branch["required"])])];
  return {
    ...base,
    ...branch,
    properties: Object.fromEntries<Json>(properties),
    ...(required.length === 0 ? {} : { required }),
  };
}

/** Parts of a member stay apart where one of them would hide what the other one says. */
function joinMember(known: JsonObject, schema: JsonObject): JsonObject {
  const isHiding =
    [known, schema].some((one) => Object.hasOwn(one, "$ref")) ||
    ["properties", "items"].some((keyword) => Object.hasOwn(known, keyword) && Object.hasOwn(schema, keyword));
  return isHiding ? { allOf: [known, schema] } : { ...known, ...schema };
}

/** A place in a body, or in each item of a list in it. */
export interface Place {
  readonly list?: readonly string[];
  readonly steps: readonly string[];
  /** The codes of several words that an enum lists here; elsewhere these are texts. */
  readonly phrases?: ReadonlySet<string>;
}

/** The schemas of the member at a place: several where a schema on the way has alternatives. */
export function membersAt(schema: JsonObject, { list, steps }: Place, resolve: Resolve): readonly JsonObject[] {
  const items = list === undefined ? [schema] : below(schema, list, resolve).flatMap((one) => itemsOf(one, resolve));
  return items.flatMap((item) => below(item, steps, resolve));
}

/** The schemas of single errors in a body: the body's own, or those of the items of its list. */
export function errorSchemas(
  { alternatives }: Pick<Bodies, "alternatives">,
  list: readonly string[] | undefined,
  resolve: Resolve,
) {
  return list === undefined
    ? alternatives
    : alternatives.flatMap((one) => membersAt(one, { list, steps: [] }, resolve));
}

/** Also the item that a list has to contain; `not` of a list without such items says the same. */
export function itemsOf({ items, contains, not }: JsonObject, resolve: Resolve): readonly JsonObject[] {
  const { items: others } = objectOf(not);
  return [items, contains, objectOf(others)["not"]].flatMap((one) =>
    one === undefined ? [] : alternativesOf(one, resolve),
  );
}

function below(schema: JsonObject, steps: readonly string[], resolve: Resolve): readonly JsonObject[] {
  return steps.reduce<readonly JsonObject[]>(
    (schemas, name) =>
      schemas.flatMap(({ properties }) =>
        isObject(properties) && Object.hasOwn(properties, name) ? alternativesOf(properties[name], resolve) : [],
      ),
    [schema],
  );
}

/** The errors of a body: the body itself, or the items of its list. */
export function errorsIn(body: Example["value"], list: readonly string[] | undefined): readonly JsonObject[] {
  return (list === undefined ? [body] : listOf(valueAt(body, list))).filter(isObject);
}
