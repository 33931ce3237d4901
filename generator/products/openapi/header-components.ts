// The headers of the responses become components: one per header, or one per status where they differ.
import { compareText } from "../../diagnostic/diagnostic.ts";
import { groupBy } from "../../diagnostic/group-by.ts";
import type { BodyModel } from "../../model/body-model.ts";
import type { CaseModel, HeaderModel, Model } from "../../model/model.ts";
import { distinct } from "../../schema/keywords.ts";
import { openapiSchema } from "../../schema/openapi-schema.ts";
import { spellVersion } from "../../schema/openapi-version.ts";
import type { JsonObject, JsonSchema } from "../../text/json/value.ts";
import { descriptionText, isSafeTitle } from "../../text/markdown/openapi-text.ts";
import { headerName, type Range, refTo } from "./component-names.ts";
import { placedErrors } from "./placed-cases.ts";
import { order, type ResponseGroup } from "./response-groups.ts";
import type { OpenapiSettings } from "./settings.ts";

/** The headers of a response, each a reference. */
export type HeaderRefs = readonly (readonly [string, JsonObject])[];

/** All responses of one status refer to the same header, for any codes. The components are sorted by name. */
export function headersOf(model: Model, groups: readonly ResponseGroup[], settings: OpenapiSettings) {
  const headersOfCase = caseHeaders(model.body);
  const names = spellings(placedErrors(model).flatMap(({ one }) => headersOfCase(one)));
  const all = [...headersByRange(model, groups, headersOfCase)].flatMap(([range, headers]) =>
    headersOfRange(range, headers, names, settings),
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
  const namesOf = ({ placed }: ResponseGroup) => {
    const found = placed.flatMap(({ one }) => headersOfCase(one).map(({ name }) => names.get(name.toLowerCase())));
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

type HeadersOfCase = (one: CaseModel) => readonly HeaderModel[];

/** The headers of a case, and the one that holds the code where the body has none. */
function caseHeaders({ code: { header, type } }: BodyModel): HeadersOfCase {
  if (header === undefined) return ({ headers }) => headers;
  const ofCode = { name: header, description: "The code of the error.", schema: { type }, extensions: {} };
  const isOfCode = ({ name }: HeaderModel): boolean => name.toLowerCase() === header.toLowerCase();
  return ({ headers }) => (headers.some(isOfCode) ? headers : [...headers, ofCode]);
}

/** The headers of all cases of each status, even without a group for them, and of the groups of no status. */
function headersByRange(
  model: Model,
  groups: readonly ResponseGroup[],
  headersOfCase: HeadersOfCase,
): ReadonlyMap<Range, readonly HeaderModel[]> {
  const placed = [
    ...placedErrors(model).map(({ range, one }) => ({ range, one })),
    ...groups.flatMap((group) => group.placed.map(({ one }) => ({ range: group.range, one }))),
  ];
  const ranges = [...groupBy(placed, ({ range }) => range)].toSorted(([a], [b]) => order(a) - order(b));
  return new Map(
    ranges.map(([range, ofRange]) => {
      const cases = new Set(ofRange.map(({ one }) => one));
      return [range, [...cases].flatMap(headersOfCase)];
    }),
  );
}

/** Names of headers are the same in any case: the first spelling stands for all. OpenAPI ignores Content-Type. */
function spellings(headers: readonly HeaderModel[]): ReadonlyMap<string, string> {
  const names = headers.map(({ name }) => name);
  const spelled = new Map(names.toSorted((a, b) => compareText(b, a)).map((name) => [name.toLowerCase(), name]));
  spelled.delete("content-type");
  return spelled;
}

function headersOfRange(
  range: Range,
  headers: readonly HeaderModel[],
  names: ReadonlyMap<string, string>,
  settings: OpenapiSettings,
) {
  return [...groupBy(headers, ({ name }) => names.get(name.toLowerCase()))]
    .flatMap(([name, ofName]) => (name === undefined ? [] : [{ range, name, value: headerOf(ofName, settings) }]))
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
    schema: spellVersion(openapiSchema(schema, { description: descriptionText, isSafeTitle }), version),
  };
}
