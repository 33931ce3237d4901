// The headers of the responses become components: one per header, or one per status where they differ.
import { compareText } from "../../diagnostic/diagnostic.ts";
import { groupBy } from "../../diagnostic/group-by.ts";
import { type ErrorModel, type HeaderModel, type Model, mainCase } from "../../model/model.ts";
import { distinct } from "../../schema/keywords.ts";
import { spellNull } from "../../schema/openapi-null.ts";
import { openapiSchema } from "../../schema/openapi-schema.ts";
import type { JsonObject, JsonSchema } from "../../text/json/value.ts";
import { descriptionText, isSafeTitle } from "../../text/markdown/openapi-text.ts";
import { headerName, type Range, refTo } from "./component-names.ts";
import { type ResponseGroup, rangesOf } from "./response-groups.ts";
import type { OpenapiSettings } from "./settings.ts";

/** The headers of a response, each a reference. */
export type HeaderRefs = readonly (readonly [string, JsonObject])[];

/** All responses of one status refer to the same header, for any codes. The components are sorted by name. */
export function headersOf(model: Model, groups: readonly ResponseGroup[], settings: OpenapiSettings) {
  const names = spellings(model.errors);
  const all = [...errorsByRange(model, groups)].flatMap(([range, errors]) =>
    headersOfRange(range, errors, names, settings),
  );
  const components = new Map<string, JsonObject>();
  const refs = new Map<string, string>();
  for (const [name, ofName] of groupBy(all, (header) => header.name)) {
    const isShared = new Set(ofName.map(({ value }) => JSON.stringify(value))).size === 1;
    for (const { range, value } of ofName) {
      const component = isShared ? headerName(name, settings) : `${headerName(name, settings)}.${range}`;
      components.set(component, value);
      refs.set(`${range} ${name}`, component);
    }
  }
  const namesOf = ({ errors }: ResponseGroup) => {
    const found = errors.flatMap((error) => mainCase(error).headers.map(({ name }) => names.get(name.toLowerCase())));
    return [...new Set(found)].filter((name) => name !== undefined).toSorted(compareText);
  };
  const ofGroup = (group: ResponseGroup): HeaderRefs =>
    namesOf(group).map((name) => [name, { $ref: refTo("headers", refs.get(`${group.range} ${name}`) ?? "") }]);
  const used = new Set(groups.flatMap((group) => namesOf(group).map((name) => refs.get(`${group.range} ${name}`))));
  return {
    components: [...components].filter(([name]) => used.has(name)).toSorted(([a], [b]) => compareText(a, b)),
    ofGroup,
  };
}

/** All errors of each status, even without a group for them, and the errors of the groups that have no status. */
function errorsByRange({ errors }: Model, groups: readonly ResponseGroup[]): ReadonlyMap<Range, readonly ErrorModel[]> {
  const placed = errors
    .flatMap((error) => rangesOf(error).map((range) => ({ range, error })))
    .toSorted((a, b) => Number(a.range) - Number(b.range));
  const fallbacks = groups.filter(({ range }) => typeof range !== "number");
  return new Map<Range, readonly ErrorModel[]>([
    ...[...groupBy(placed, ({ range }) => range)].map(
      ([range, ofRange]) => [range, ofRange.map(({ error }) => error)] as const,
    ),
    ...fallbacks.map((group) => [group.range, group.errors] as const),
  ]);
}

/** Names of headers are the same in any case: the first spelling stands for all. OpenAPI ignores Content-Type. */
function spellings(errors: readonly ErrorModel[]): ReadonlyMap<string, string> {
  const names = errors.flatMap((error) => mainCase(error).headers.map(({ name }) => name));
  const spelled = new Map(names.toSorted((a, b) => compareText(b, a)).map((name) => [name.toLowerCase(), name]));
  spelled.delete("content-type");
  return spelled;
}

function headersOfRange(
  range: Range,
  errors: readonly ErrorModel[],
  names: ReadonlyMap<string, string>,
  settings: OpenapiSettings,
) {
  const all = errors.flatMap((error) => mainCase(error).headers);
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
