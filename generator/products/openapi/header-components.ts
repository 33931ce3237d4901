// The headers of the responses become components: one per header, or one per status where they differ.

import { compareText } from "../../diagnostic/diagnostic.ts";
import { groupBy } from "../../diagnostic/group-by.ts";
import type { ErrorModel, HeaderModel, Model } from "../../model/model.ts";
import { distinct } from "../../schema/keywords.ts";
import { spellNull } from "../../schema/openapi-null.ts";
import { openapiSchema } from "../../schema/openapi-schema.ts";
import type { JsonObject, JsonSchema } from "../../text/json/value.ts";
import { descriptionText, isSafeTitle } from "../../text/markdown/openapi-text.ts";
import { headerName, type Range, refTo } from "./component-names.ts";
import type { ResponseGroup } from "./response-groups.ts";
import type { OpenapiSettings } from "./settings.ts";

export interface Headers {
  /** By the names of the components, sorted. */
  readonly components: readonly (readonly [string, JsonObject])[];
  ofGroup(group: ResponseGroup): HeaderRefs;
}

/** The headers of a response, each a reference. */
export type HeaderRefs = readonly (readonly [string, JsonObject])[];

interface RangeHeader {
  readonly range: Range;
  readonly name: string;
  readonly value: JsonObject;
}

/** All responses of one status refer to the same header, whichever codes they stand for. */
export function headersOf(model: Model, groups: readonly ResponseGroup[], settings: OpenapiSettings): Headers {
  const names = spellings(model.errors);
  const all = [...errorsByRange(model, groups)].flatMap(([range, errors]) =>
    headersOfRange(range, errors, names, settings),
  );
  const variants = new Map<string, Set<string>>();
  for (const { name, value } of all) variants.set(name, (variants.get(name) ?? new Set()).add(JSON.stringify(value)));
  const components = new Map<string, JsonObject>();
  const refs = new Map<string, string>();
  for (const { range, name, value } of all) {
    const isShared = variants.get(name)?.size === 1;
    const component = isShared ? headerName(name, settings) : `${headerName(name, settings)}.${range}`;
    components.set(component, value);
    refs.set(`${range} ${name}`, component);
  }
  const namesOf = ({ errors }: ResponseGroup) => {
    const found = errors.flatMap(({ headers }) => headers.map(({ name }) => names.get(name.toLowerCase())));
    return [...new Set(found)].filter((name) => name !== undefined).toSorted(compareText);
  };
  const ofGroup: Headers["ofGroup"] = (group) =>
    namesOf(group).map((name) => [name, { $ref: refTo("headers", refs.get(`${group.range} ${name}`) ?? "") }]);
  const used = new Set(groups.flatMap((group) => namesOf(group).map((name) => refs.get(`${group.range} ${name}`))));
  return {
    components: [...components].filter(([name]) => used.has(name)).toSorted(([a], [b]) => compareText(a, b)),
    ofGroup,
  };
}

/** All errors of each status, even without a group for them, and the errors of the groups that have no status. */
function errorsByRange({ errors }: Model, groups: readonly ResponseGroup[]): ReadonlyMap<Range, readonly ErrorModel[]> {
  const byRange = new Map<Range, readonly ErrorModel[]>();
  for (const [status, ofStatus] of [...groupBy(errors, (error) => error.status)].toSorted(([a], [b]) => a - b))
    byRange.set(status, ofStatus);
  for (const { range, errors: ofGroup } of groups) if (typeof range !== "number") byRange.set(range, ofGroup);
  return byRange;
}

/** Names of headers are the same in any case: the first spelling stands for all. OpenAPI ignores Content-Type. */
function spellings(errors: readonly ErrorModel[]): ReadonlyMap<string, string> {
  const names = errors.flatMap(({ headers }) => headers.map(({ name }) => name));
  const spelled = new Map<string, string>();
  for (const name of [...new Set(names)].toSorted(compareText)) {
    const key = name.toLowerCase();
    if (key !== "content-type" && !spelled.has(key)) spelled.set(key, name);
  }
  return spelled;
}

function headersOfRange(
  range: Range,
  errors: readonly ErrorModel[],
  names: ReadonlyMap<string, string>,
  settings: OpenapiSettings,
): readonly RangeHeader[] {
  const all = errors.flatMap(({ headers }) => headers);
  return [...groupBy(all, ({ name }) => names.get(name.toLowerCase()))]
    .flatMap(([name, headers]) => (name === undefined ? [] : [{ range, name, value: headerOf(headers, settings) }]))
    .toSorted((a, b) => compareText(a.name, b.name));
}

/** Where the errors of a status describe a header differently, the header of their response has all descriptions. */
function headerOf(headers: readonly HeaderModel[], { version }: OpenapiSettings): JsonObject {
  const descriptions = distinct(headers.flatMap(({ description }) => description ?? [])) as readonly string[];
  const schemas = distinct(headers.map(({ schema }) => schema)) as readonly JsonSchema[];
  const [only = true, ...others] = schemas;
  const schema = others.length === 0 ? only : { anyOf: schemas };
  return {
    ...(descriptions.length === 0 ? {} : { description: descriptionText(descriptions.join("\n\n")) }),
    schema: spellNull(openapiSchema(schema, { description: descriptionText, isSafeTitle }), version),
  };
}
