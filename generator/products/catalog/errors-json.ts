// The model becomes plain JSON for programs in any language. Its shape is a contract: members are added, never changed.
import { memberKey } from "../../model/body-layout.ts";
import {
  type CaseTexts,
  type ErrorModel,
  type LinkModel,
  type Model,
  mainCase,
  type ParamModel,
  type TableTexts,
} from "../../model/model.ts";
import type { Template } from "../../template/template.ts";
import { pointerText } from "../../text/json/pointer.ts";
import { type Json, type JsonObject, withoutUndefined } from "../../text/json/value.ts";

/** Lists are always present; other members that the table does not define are left out. */
export function catalogOf(model: Model): JsonObject {
  return withoutUndefined({
    catalog: 1,
    name: model.name,
    title: model.title,
    description: model.description,
    version: model.version,
    locale: model.locale,
    locales: model.locales,
    source: model.source && withoutUndefined(model.source),
    file: model.file,
    texts: mapValues(model.texts, tableTexts),
    body: bodyOf(model),
    groups: model.groups.map(({ name, title, description }) => withoutUndefined({ name, title, description })),
    errors: model.errors.map(errorOf),
    operations: model.operations.map(({ name, answers }) => ({ name, codes: answers.map(({ code }) => code) })),
    retired: model.retired.map(({ code, since, replacedBy, reason }) =>
      withoutUndefined({ code, since, replacedBy, reason }),
    ),
  });
}

function bodyOf({ body }: Model): JsonObject {
  return {
    mediaType: body.mediaType,
    code: pointerText(body.code.at),
    message: pointerText(body.message?.at ?? []),
    properties: body.members.map(({ at, required, schema }) => ({ name: memberKey(at), required, schema })),
    aliases: body.aliases.map(({ code, message }) => ({
      code: pointerText(code),
      message: pointerText(message ?? []),
    })),
  };
}

function errorOf(error: ErrorModel): JsonObject {
  const main = mainCase(error);
  return withoutUndefined({
    code: error.code,
    identifier: error.identifier,
    name: error.errorName,
    order: error.order,
    status: error.statuses[0],
    message: main.template && messageOf(main.template),
    params: main.params.map(paramOf),
    description: error.description,
    solution: error.solution,
    links: error.links.map(linkOf),
    documentation: error.documentation,
    group: error.group,
    retry: error.retry,
    audience: error.audience,
    since: error.since,
    deprecated: error.deprecated && withoutUndefined({ ...error.deprecated }),
    headers: main.headers.map(({ name, description, schema }) => withoutUndefined({ name, description, schema })),
    details: main.details?.schema,
    examples: main.examples.map(({ name, summary, params, body }) => withoutUndefined({ name, summary, params, body })),
    texts: Object.fromEntries(
      Object.entries(error.texts).map(([locale, texts]) => [locale, errorTexts({ ...texts, ...main.texts[locale] })]),
    ),
  });
}

function messageOf({ text, placeholders, verdict }: Template): JsonObject {
  return { template: text, ...(placeholders === "printf" ? {} : { placeholders }), verdict };
}

function paramOf({ name, type, description, example, pattern, format, enum: values }: ParamModel): JsonObject {
  return withoutUndefined({ name, type, description, example, enum: values, pattern, format });
}

function linkOf({ title, url }: LinkModel): JsonObject {
  return { title, url };
}

function errorTexts({ template, description, solution, links }: CaseTexts): JsonObject {
  return withoutUndefined({
    message: template && messageOf(template),
    description,
    solution,
    links: links?.map(linkOf),
  });
}

function tableTexts({ title, description, groups }: TableTexts): JsonObject {
  return withoutUndefined({ title, description, groups: mapValues(groups, (group) => withoutUndefined({ ...group })) });
}

function mapValues<Value>(values: Readonly<Record<string, Value>>, map: (value: Value) => Json): JsonObject {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}
