// A resolved table without errors becomes the model: names chosen, defaults filled, texts gathered, everything sorted.
import { compareText } from "../diagnostic/diagnostic.ts";
import type { Body, Schema, Table } from "../reader/spec.gen.ts";
import type { ResolvedError, ResolvedTable, ResolvedTranslation } from "../reader/table/resolve.ts";
import { inlineRefs } from "../schema/refs.ts";
import { pointerTokens } from "../text/json/pointer.ts";
import { type JsonObject, type JsonSchema, recordOf } from "../text/json/value.ts";
import { chosenNames } from "./chosen-names.ts";
import { buildExamples } from "./examples.ts";
import {
  type BodyModel,
  type ErrorModel,
  type ErrorTexts,
  type GroupModel,
  type LifecycleModel,
  type Model,
  type OperationModel,
  type ParamModel,
  type RetiredModel,
  type TableTexts,
  TEXT_FIELDS,
} from "./model.ts";
import { namedParams } from "./named-params.ts";
import { errorNameOf } from "./naming.ts";

const DEFAULT_BODY: Body = { mediaType: "application/json", code: "/code", message: "/message" };

/** The table must have passed validation and every required rule. */
export function buildModel(table: ResolvedTable): Model {
  const { table: root, document } = table.root;
  const body = buildBody(root.body ?? DEFAULT_BODY);
  const names = chosenNames(table);
  const errors = [...table.errors.values()].map((error, order) =>
    buildError(error, names.get(error.code)?.identifier, order, root.documentation, body),
  );
  return deepFreeze({
    name: root.name,
    title: root.title ?? root.name,
    ...pick(root, "description", "version"),
    locale: ownLocale(root),
    locales: localesOf(table),
    ...pick(root, "source"),
    file: document.source.path.slice(document.source.path.lastIndexOf("/") + 1),
    body,
    groups: buildGroups(table),
    errors: errors.toSorted((a, b) => compareText(a.code, b.code)),
    operations: buildOperations(table),
    retired: buildRetired(table),
    texts: buildTexts(table),
  });
}

/** Also freezes parts that are shared with the parsed file; nothing changes those either. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) if (typeof inner === "object") deepFreeze(inner);
  }
  return value;
}

/** The table's own locale first, the others by code unit. */
export function localesOf({ root, tables }: ResolvedTable): readonly string[] {
  const own = ownLocale(root.table);
  const others = new Set(tables.flatMap(({ translations }) => translations.map((one) => one.translation.locale)));
  others.delete(own);
  return [own, ...[...others].toSorted(compareText)];
}

function ownLocale(table: Table): string {
  return table.locale ?? "en";
}

function buildBody(body: Body): BodyModel {
  const required = new Set(body.required ?? []);
  const names = Object.keys(body.properties ?? {}).toSorted(compareText);
  return {
    mediaType: body.mediaType ?? "application/json",
    ...pointersOf(body),
    properties: names.map((name) => ({
      name,
      schema: schemaOf(body.properties?.[name] ?? true),
      required: required.has(name),
    })),
    aliases: (body.aliases ?? []).map(pointersOf),
  };
}

function pointersOf({ code, message }: Pick<Body, "code" | "message">): Pick<BodyModel, "code" | "message"> {
  return { code: pointerTokens(code), message: pointerTokens(message) };
}

function schemaOf(schema: Schema): JsonSchema {
  return inlineRefs(schema as JsonSchema).schema;
}

function buildError(
  error: ResolvedError,
  identifier: string | undefined,
  order: number,
  link: string | undefined,
  body: BodyModel,
): ErrorModel {
  const { code, spec } = error;
  if (identifier === undefined) throw new Error(`The code "${code}" has neither an identifier nor a finding.`);
  const details = spec.details === undefined ? undefined : (schemaOf(spec.details) as JsonObject);
  const documentation = link ?? error.owner.table.documentation;
  const headers = Object.entries(spec.headers ?? {}).toSorted(([a], [b]) => compareText(a, b));
  const built = {
    code,
    identifier,
    errorName: errorNameOf(identifier),
    order,
    status: spec.status,
    ...optional("template", error.template?.template),
    params: buildParams(error),
    ...pick(spec, ...TEXT_FIELDS),
    links: spec.links ?? [],
    ...pick(spec, "group", "retry"),
    audience: spec.audience ?? "public",
    ...pick(spec, "since"),
    ...optional("deprecated", spec.deprecated && buildLifecycle(spec.deprecated)),
    headers: headers.map(([name, header]) => ({
      name,
      ...pick(header, "description"),
      schema: schemaOf(header.schema ?? { type: "string" }),
    })),
    ...optional("details", details),
    ...optional(
      "documentation",
      documentation?.replaceAll("{code}", () => encodeURIComponent(code)),
    ),
    texts: recordOf(error.translations.map((translation) => [translation.locale, buildErrorTexts(translation)])),
  };
  return { ...built, examples: buildExamples(built, spec.examples ?? {}, body) };
}

function buildParams(error: ResolvedError): readonly ParamModel[] {
  return namedParams(error).map(({ name, type, param }) => {
    return { name, type, ...pick(param, "description", "example", "enum", "pattern", "format") };
  });
}

function buildErrorTexts({ spec, template }: ResolvedTranslation): ErrorTexts {
  return { ...optional("template", template?.template), ...pick(spec, ...TEXT_FIELDS, "links") };
}

function buildLifecycle(lifecycle: LifecycleModel): LifecycleModel {
  return pick(lifecycle, "since", "replacedBy", "reason");
}

/** The table's own groups first; an imported group is added where the table has none of its name. */
function buildGroups({ tables }: ResolvedTable): readonly GroupModel[] {
  const groups = new Map<string, GroupModel>();
  for (const { table } of tables.toReversed()) {
    for (const [name, group] of Object.entries(table.groups ?? {})) {
      if (!groups.has(name)) groups.set(name, { name, title: group.title ?? name, ...pick(group, "description") });
    }
  }
  return [...groups.values()];
}

function buildOperations({ root }: ResolvedTable): readonly OperationModel[] {
  const operations = Object.entries(root.table.operations ?? {}).toSorted(([a], [b]) =>
    a === "*" || b === "*" ? Number(b === "*") - Number(a === "*") : compareText(a, b),
  );
  return operations.map(([name, codes]) => ({ name, codes: [...new Set(codes)].toSorted(compareText) }));
}

function buildRetired({ tables }: ResolvedTable): readonly RetiredModel[] {
  const retired = new Map(tables.flatMap(({ table }) => Object.entries(table.retired ?? {})));
  return [...retired]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([code, lifecycle]) => ({ code, ...buildLifecycle(lifecycle) }));
}

function buildTexts({ root, tables }: ResolvedTable): Readonly<Record<string, TableTexts>> {
  const texts = recordOf<TableTexts>([]);
  for (const table of tables) {
    for (const { translation } of table.translations) {
      const groups = Object.entries(texts[translation.locale]?.groups ?? {});
      texts[translation.locale] = {
        ...(table === root ? pick(translation, "title", "description") : {}),
        groups: recordOf([...groups, ...Object.entries(translation.groups ?? {})]),
      };
    }
  }
  return texts;
}

/** Under exactOptionalPropertyTypes a field is left out, never set to undefined. */
function optional<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [N in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [N in Name]?: Value });
}

/** The named fields that are there, in this order. */
function pick<Fields extends object, Name extends keyof Fields>(fields: Fields, ...names: Name[]): Pick<Fields, Name> {
  const picked: Partial<Fields> = {};
  for (const name of names) if (fields[name] !== undefined) picked[name] = fields[name];
  return picked as Pick<Fields, Name>;
}
