// The model becomes plain JSON for programs in any language. Its shape is a contract: members are added, never changed.
import type { BodyModel, Extensions, MemberModel } from "../../model/body-model.ts";
import { isTextAlone } from "../../model/body-schema.ts";
import { pick } from "../../model/fields.ts";
import {
  type AnswerModel,
  type CaseModel,
  type CaseTexts,
  type ErrorModel,
  type LifecycleModel,
  type LinkModel,
  type Model,
  type NameTexts,
  type ParamModel,
  type TableTexts,
  TEXT_FIELDS,
} from "../../model/model.ts";
import { typeKeyword } from "../../model/wire-code.ts";
import type { Template } from "../../template/template.ts";
import { pointerText } from "../../text/json/pointer.ts";
import { type Json, type JsonObject, withoutUndefined } from "../../text/json/value.ts";

/** Errors stand in the order of the table, so that none needs a number for its place. Lists are always present; other members that the table does not define are left out. People's own fields keep their names. */
export function catalogOf(model: Model): JsonObject {
  return described(model, {
    catalog: 1,
    name: model.name,
    title: model.title,
    description: model.description,
    version: model.version,
    locale: model.locale,
    locales: model.locales,
    source: model.source && described(model.source, pick(model.source, "url", "retrieved")),
    textIsContract: model.textIsContract || undefined,
    closed: model.isClosed || undefined,
    file: model.file,
    texts: mapValues(model.texts, tableTexts),
    body: bodyOf(model.body),
    groups: model.groups.map(namedOf),
    tags: model.tags.map(namedOf),
    errors: model.errors.toSorted((a, b) => a.order - b.order).map(catalogEntry),
    operations: model.operations.map(({ name, answers }) => ({ name, answers: answers.map(answerOf) })),
    fallback: model.fallback,
    disclosure: model.disclosure === "message" ? undefined : model.disclosure,
    retired: model.retired.map((retired) => ({ code: retired.code, ...lifecycleOf(retired) })),
  });
}

/** The members that are defined, and the fields of people's own. */
function described(
  { extensions }: { readonly extensions: Extensions },
  members: Readonly<Record<string, Json | undefined>>,
): JsonObject {
  return { ...withoutUndefined(members), ...extensions };
}

function bodyOf(body: BodyModel): JsonObject {
  const { code, message, members, aliases, requestId, retryAfter, list, mediaType } = body;
  const { at, prefix, isOptional, success, header } = code;
  return described(body, {
    mediaType,
    code: described(code, {
      at: pointerText(at),
      type: typeKeyword(code),
      prefix,
      optional: isOptional,
      success,
      header,
    }),
    message:
      message &&
      described(message, {
        at: pointerText(message.at),
        type: isTextAlone(body) ? undefined : message.types,
        optional: message.isOptional,
        maxLength: message.maxLength,
      }),
    properties: members.map(memberOf),
    aliases: aliases.map((alias) =>
      described(alias, {
        code: pointerText(alias.code),
        message: alias.message && pointerText(alias.message),
      }),
    ),
    requestId: requestId && pointerText(requestId),
    retryAfter: retryAfter && described(retryAfter, { at: pointerText(retryAfter.at), unit: retryAfter.unit }),
    list: list && described(list, { at: pointerText(list.at), properties: list.members.map(memberOf) }),
  });
}

function memberOf({ at, required, schema }: MemberModel): JsonObject {
  return { at: pointerText(at), required, schema };
}

function namedOf(named: {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly extensions: Extensions;
}): JsonObject {
  const { name, title, description } = named;
  return described(named, { name, title, description });
}

export function catalogEntry(error: ErrorModel): JsonObject {
  return described(error, {
    code: error.code,
    wireCode: error.wireCode,
    identifier: error.identifier,
    name: error.errorName,
    statuses: error.statuses,
    ...pick(error, ...TEXT_FIELDS),
    links: error.links.map(linkOf),
    documentation: error.documentation,
    group: error.group,
    tags: error.tags,
    retry: error.retry,
    audience: error.audience,
    expose: error.expose,
    since: error.since,
    deprecated: error.deprecated && lifecycleOf(error.deprecated),
    texts: mapValues(error.texts, textsOf),
    cases: error.cases.map(caseOf),
  });
}

function caseOf(one: CaseModel): JsonObject {
  const { name, statuses, template, params, links, retry, headers, constants, details } = one;
  return described(one, {
    name,
    statuses,
    message: template && messageOf(template),
    params: params.map(paramOf),
    ...pick(one, ...TEXT_FIELDS),
    links: links.map(linkOf),
    retry,
    headers: headers.map((header) => described(header, pick(header, "name", "description", "schema"))),
    constants: constants.map(({ at, value }) => ({ at: pointerText(at), value })),
    details: details && { at: pointerText(details.at), schema: details.schema },
    examples: one.examples.map((example) => described(example, pick(example, "name", "summary", "params", "body"))),
    texts: mapValues(one.texts, textsOf),
  });
}

function messageOf({ text, placeholders, verdict }: Template): JsonObject {
  return { template: text, ...(placeholders === "printf" ? {} : { placeholders }), verdict };
}

function paramOf(param: ParamModel): JsonObject {
  const { name, type, description, example, pattern, format, enum: values, sensitive, at } = param;
  return described(param, {
    ...{ name, type, description, example, enum: values, pattern, format, sensitive },
    at: at && pointerText(at),
  });
}

function linkOf(link: LinkModel): JsonObject {
  return described(link, pick(link, "title", "url"));
}

function lifecycleOf(lifecycle: LifecycleModel): JsonObject {
  return described(lifecycle, pick(lifecycle, "since", "replacedBy", "reason"));
}

function answerOf(answer: AnswerModel): JsonObject {
  const { code, case: name, status, description } = answer;
  return described(answer, { code, case: name, status, description });
}

function textsOf(texts: CaseTexts): JsonObject {
  const { template, links } = texts;
  return withoutUndefined({
    message: template && messageOf(template),
    ...pick(texts, ...TEXT_FIELDS),
    links: links?.map(linkOf),
  });
}

function tableTexts({ title, description, groups, tags }: TableTexts): JsonObject {
  return withoutUndefined({
    title,
    description,
    groups: mapValues(groups, nameTexts),
    tags: mapValues(tags, nameTexts),
  });
}

function nameTexts(texts: NameTexts): JsonObject {
  return withoutUndefined({ ...texts });
}

function mapValues<Value>(values: Readonly<Record<string, Value>>, map: (value: Value) => Json): JsonObject {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}
