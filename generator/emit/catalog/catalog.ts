// The whole table as plain JSON, for programs in any language. Its shape is a contract: members are added, never changed.
import type { Json, JsonObject } from "../../model/json.ts";
import type { ErrorModel, ErrorTexts, LinkModel, Model, ParamModel, TableTexts } from "../../model/model.ts";
import { pointerText } from "../../model/pointer.ts";
import type { Template } from "../../model/template.ts";

/** Lists are always there; what the table does not say is left out. */
export function catalogOf(model: Model): JsonObject {
  return {
    catalog: 1,
    name: model.name,
    title: model.title,
    ...defined({ description: model.description, version: model.version }),
    locale: model.locale,
    locales: model.locales,
    ...defined({ source: model.source && defined(model.source), texts: mapValues(model.texts, tableTexts) }),
    file: model.file,
    body: bodyOf(model),
    groups: model.groups.map(({ name, title, description }) => ({ name, title, ...defined({ description }) })),
    errors: model.errors.map(errorOf),
    operations: model.operations.map(({ name, codes }) => ({ name, codes })),
    retired: model.retired.map(({ code, since, replacedBy, reason }) => ({
      code,
      ...defined({ since, replacedBy, reason }),
    })),
  };
}

function bodyOf({ body }: Model): JsonObject {
  return {
    mediaType: body.mediaType,
    code: pointerText(body.code),
    message: pointerText(body.message),
    properties: body.properties.map(({ name, required, schema }) => ({ name, required, schema })),
    aliases: body.aliases.map(({ code, message }) => ({ code: pointerText(code), message: pointerText(message) })),
  };
}

function errorOf(error: ErrorModel): JsonObject {
  const { description, solution, group, retry, since, deprecated, documentation, details } = error;
  return {
    code: error.code,
    identifier: error.identifier,
    name: error.errorName,
    order: error.order,
    status: error.status,
    ...defined({ message: error.template && messageOf(error.template) }),
    params: error.params.map(paramOf),
    ...defined({ description, solution }),
    links: error.links.map(linkOf),
    ...defined({ documentation, group, retry }),
    audience: error.audience,
    ...defined({ since, deprecated: deprecated && defined({ ...deprecated }) }),
    headers: error.headers.map(({ name, description: text, schema }) => ({
      name,
      ...defined({ description: text }),
      schema,
    })),
    ...defined({ details }),
    examples: error.examples.map(({ name, summary, params, body }) => ({
      name,
      ...defined({ summary }),
      params,
      body,
    })),
    texts: mapValues(error.texts, errorTexts),
  };
}

function messageOf({ text, verdict }: Template): JsonObject {
  return { template: text, verdict };
}

function paramOf({ name, type, description, example, pattern, format, enum: values }: ParamModel): JsonObject {
  return { name, type, ...defined({ description, example, enum: values, pattern, format }) };
}

function linkOf({ title, url }: LinkModel): JsonObject {
  return { title, url };
}

function errorTexts({ template, description, solution, links }: ErrorTexts): JsonObject {
  return defined({ message: template && messageOf(template), description, solution, links: links?.map(linkOf) });
}

function tableTexts({ title, description, groups }: TableTexts): JsonObject {
  return { ...defined({ title, description }), groups: mapValues(groups, (group) => defined({ ...group })) };
}

function mapValues<Value>(values: Readonly<Record<string, Value>>, map: (value: Value) => Json): JsonObject {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}

function defined(values: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
