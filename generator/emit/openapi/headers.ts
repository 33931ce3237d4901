// The headers of each status's response become components: one per header, or one per status where they differ.
import { compareText } from "../../diagnostic.ts";
import type { JsonObject, JsonSchema } from "../../model/json.ts";
import type { ErrorModel, HeaderModel } from "../../model/model.ts";
import { openapiSchema } from "../../model/openapi-schema.ts";
import { distinct } from "../../model/schema-keywords.ts";
import { descriptionText, isSafeTitle } from "../../render/openapi-text.ts";
import { headerName, type OpenapiSettings } from "./names.ts";

export interface Headers {
  /** By the names of the components, sorted. */
  readonly components: readonly (readonly [string, JsonObject])[];
  /** The headers of a status's response, each a reference. */
  ofStatus(status: number): readonly (readonly [string, JsonObject])[];
}

interface StatusHeader {
  readonly status: number;
  readonly name: string;
  readonly value: JsonObject;
}

type Statuses = readonly (readonly [number, readonly ErrorModel[]])[];

export function headersOf(statuses: Statuses, settings: OpenapiSettings): Headers {
  const names = spellings(statuses);
  const all = statuses.flatMap(([status, errors]) => headersOfStatus(status, errors, names));
  const variants = new Map<string, Set<string>>();
  for (const { name, value } of all) variants.set(name, (variants.get(name) ?? new Set()).add(JSON.stringify(value)));
  const components = new Map<string, JsonObject>();
  const refs = new Map<number, (readonly [string, JsonObject])[]>();
  for (const { status, name, value } of all) {
    const isShared = variants.get(name)?.size === 1;
    const component = isShared ? headerName(name, settings) : `${headerName(name, settings)}.${status}`;
    components.set(component, value);
    refs.set(status, [...(refs.get(status) ?? []), [name, { $ref: `#/components/headers/${component}` }]]);
  }
  return {
    components: [...components].toSorted(([a], [b]) => compareText(a, b)),
    ofStatus: (status) => refs.get(status) ?? [],
  };
}

/** Case means nothing in the name of a header: the first spelling stands for all. OpenAPI ignores Content-Type. */
function spellings(statuses: Statuses): ReadonlyMap<string, string> {
  const names = statuses.flatMap(([, errors]) => errors.flatMap(({ headers }) => headers.map(({ name }) => name)));
  const spelled = new Map<string, string>();
  for (const name of [...new Set(names)].toSorted(compareText)) {
    const key = name.toLowerCase();
    if (key !== "content-type" && !spelled.has(key)) spelled.set(key, name);
  }
  return spelled;
}

function headersOfStatus(
  status: number,
  errors: readonly ErrorModel[],
  names: ReadonlyMap<string, string>,
): readonly StatusHeader[] {
  const byName = new Map<string, HeaderModel[]>();
  for (const header of errors.flatMap(({ headers }) => headers)) {
    const name = names.get(header.name.toLowerCase());
    if (name === undefined) continue;
    const beside = byName.get(name);
    if (beside === undefined) byName.set(name, [header]);
    else beside.push(header);
  }
  return [...byName]
    .map(([name, headers]) => ({ status, name, value: headerOf(headers) }))
    .toSorted((a, b) => compareText(a.name, b.name));
}

/** Where the errors of a status say different things of a header, their response's header says all of it. */
function headerOf(headers: readonly HeaderModel[]): JsonObject {
  const descriptions = distinct(headers.flatMap(({ description }) => description ?? [])) as readonly string[];
  const schemas = distinct(headers.map(({ schema }) => schema)) as readonly JsonSchema[];
  const [only = true, ...others] = schemas;
  const schema = others.length === 0 ? only : { anyOf: schemas };
  return {
    ...(descriptions.length === 0 ? {} : { description: descriptionText(descriptions.join("\n\n")) }),
    schema: openapiSchema(schema, { description: descriptionText, isSafeTitle }),
  };
}
