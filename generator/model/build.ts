// A resolved table without errors becomes the model: names chosen, defaults filled, texts gathered, everything sorted.
import { compareText } from "../diagnostic/diagnostic.ts";
import type { Body, Entry, Schema, Table } from "../reader/spec.gen.ts";
import type { ResolvedError, ResolvedTable, ResolvedTranslation } from "../reader/table/resolve.ts";
import { inlineRefs } from "../schema/refs.ts";
import { templateArguments, valueType } from "../template/arguments.ts";
import type { Directive } from "../template/template.ts";
import { pointerTokens } from "../text/json/pointer.ts";
import { type JsonObject, type JsonSchema, recordOf } from "../text/json/value.ts";
import { buildExamples } from "./examples.ts";
import type {
  BodyModel,
  ErrorModel,
  ErrorTexts,
  GroupModel,
  LifecycleModel,
  Model,
  OperationModel,
  ParamModel,
  RetiredModel,
  TableTexts,
} from "./model.ts";
import { errorNameOf, identifierOf } from "./naming.ts";

const DEFAULT_BODY: Body = { mediaType: "application/json", code: "/code", message: "/message" };

/** The table must have passed validation and every required rule. */
export function buildModel(table: ResolvedTable): Model {
  const { table: root, document } = table.root;
  const locale = ownLocale(root);
  const body = buildBody(root.body ?? DEFAULT_BODY);
  const order = new Map([...table.errors.keys()].map((code, index) => [code, index]));
  const codes = [...table.errors.keys()].toSorted(compareText);
  const errors = codes.flatMap((code) => {
    const error = table.errors.get(code);
    return error === undefined ? [] : [buildError(error, order.get(code) ?? 0, root.documentation, body)];
  });
  return {
    name: root.name,
    title: root.title ?? root.name,
    ...optional("description", root.description),
    ...optional("version", root.version),
    locale,
    locales: localesOf(table),
    ...optional("source", root.source),
    file: document.source.path.slice(document.source.path.lastIndexOf("/") + 1),
    body,
    groups: buildGroups(table),
    errors,
    operations: buildOperations(table),
    retired: buildRetired(table),
    texts: buildTexts(table),
  };
}

/** The table's own first, the others by code unit. */
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
    code: pointerTokens(body.code),
    message: pointerTokens(body.message),
    properties: names.map((name) => ({
      name,
      schema: schemaOf(body.properties?.[name] ?? true),
      required: required.has(name),
    })),
    aliases: (body.aliases ?? []).map(({ code, message }) => ({
      code: pointerTokens(code),
      message: pointerTokens(message),
    })),
  };
}

function schemaOf(schema: Schema): JsonSchema {
  return inlineRefs(schema as JsonSchema).schema;
}

function buildError(error: ResolvedError, order: number, link: string | undefined, body: BodyModel): ErrorModel {
  const { code, spec } = error;
  const identifier = spec.identifier ?? identifierOf(code);
  const template = error.template?.template;
  const params = buildParams(error);
  const details = spec.details === undefined ? undefined : (schemaOf(spec.details) as JsonObject);
  const documentation = link ?? error.owner.table.documentation;
  const headers = Object.entries(spec.headers ?? {}).toSorted(([a], [b]) => compareText(a, b));
  const built = {
    code,
    identifier,
    errorName: errorNameOf(identifier),
    order,
    status: spec.status,
    ...optional("template", template),
    params,
    ...optional("description", spec.description),
    ...optional("solution", spec.solution),
    links: spec.links ?? [],
    ...optional("group", spec.group),
    ...optional("retry", spec.retry),
    audience: spec.audience ?? "public",
    ...optional("since", spec.since),
    ...optional("deprecated", spec.deprecated === undefined ? undefined : buildLifecycle(spec.deprecated)),
    headers: headers.map(([name, header]) => ({
      name,
      ...optional("description", header.description),
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

function buildParams({ spec, template }: ResolvedError): readonly ParamModel[] {
  const directives: readonly Directive[] = template === undefined ? [] : templateArguments(template.template);
  const named = Object.entries(spec.params ?? {});
  return directives.flatMap((directive, index) => {
    const [name, param] = named[index] ?? [];
    if (name === undefined || param === undefined) return [];
    return [
      {
        name,
        type: param.type ?? valueType(directive),
        ...optional("description", param.description),
        ...optional("example", param.example),
        ...optional("enum", param.enum),
        ...optional("pattern", param.pattern),
        ...optional("format", param.format),
      },
    ];
  });
}

function buildErrorTexts({ spec, template }: ResolvedTranslation): ErrorTexts {
  return {
    ...optional("template", template?.template),
    ...optional("description", spec.description),
    ...optional("solution", spec.solution),
    ...optional("links", spec.links),
  };
}

function buildLifecycle({ since, replacedBy, reason }: NonNullable<Entry["deprecated"]>): LifecycleModel {
  return { ...optional("since", since), ...optional("replacedBy", replacedBy), ...optional("reason", reason) };
}

/** The table's own groups first; an imported group is added where the table has none of its name. */
function buildGroups({ tables }: ResolvedTable): readonly GroupModel[] {
  const groups = new Map<string, GroupModel>();
  for (const { table } of tables.toReversed()) {
    for (const [name, group] of Object.entries(table.groups ?? {})) {
      if (groups.has(name)) continue;
      groups.set(name, { name, title: group.title ?? name, ...optional("description", group.description) });
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
  const retired = new Map<string, RetiredModel>();
  for (const { table } of tables) {
    for (const [code, entry] of Object.entries(table.retired ?? {}))
      retired.set(code, { code, ...buildLifecycle(entry) });
  }
  return [...retired.values()].toSorted((a, b) => compareText(a.code, b.code));
}

function buildTexts({ root, tables }: ResolvedTable): Readonly<Record<string, TableTexts>> {
  const texts = recordOf<TableTexts>([]);
  for (const table of tables) {
    for (const { translation } of table.translations) {
      const before = texts[translation.locale];
      const isRoot = table === root;
      texts[translation.locale] = {
        ...(isRoot
          ? { ...optional("title", translation.title), ...optional("description", translation.description) }
          : {}),
        groups: recordOf([...Object.entries(before?.groups ?? {}), ...Object.entries(translation.groups ?? {})]),
      };
    }
  }
  return texts;
}

/** Under exactOptionalPropertyTypes a field is left out, never set to undefined. */
function optional<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [N in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [N in Name]?: Value });
}
