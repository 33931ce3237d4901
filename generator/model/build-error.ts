// An entry of a resolved table without errors becomes an error of the model, with its cases.
import { compareText } from "../diagnostic/diagnostic.ts";
import {
  type ResolvedCase,
  type ResolvedError,
  type ResolvedTranslation,
  statusesOf,
} from "../reader/table/resolve.ts";
import { placeTokens } from "../text/json/pointer.ts";
import { type Json, type JsonObject, recordOf } from "../text/json/value.ts";
import { memberTokens } from "./body-layout.ts";
import type { BodyModel } from "./body-model.ts";
import { buildExamples } from "./examples.ts";
import { buildLifecycle, buildLinks, extensionsOf, omit, optional, pick, schemaOf } from "./fields.ts";
import {
  type CaseModel,
  type CaseTexts,
  type ErrorModel,
  type ErrorTexts,
  type ParamModel,
  type PlainTexts,
  TEXT_FIELDS,
} from "./model.ts";
import { namedParams } from "./named-params.ts";
import { errorNameOf } from "./naming.ts";
import { wireCodeOf } from "./wire-code.ts";

export function buildError(
  error: ResolvedError,
  identifier: string | undefined,
  order: number,
  link: string | undefined,
  body: BodyModel,
): ErrorModel {
  const { code, spec } = error;
  if (identifier === undefined) throw new Error(`The code "${code}" has neither an identifier nor a finding.`);
  const documentation = link ?? error.owner.table.documentation;
  const cases = error.cases.map((one) => buildCase(one, code, body));
  const [{ retry } = {}] = cases;
  const hasCases = spec.cases !== undefined;
  return {
    code,
    wireCode: wireCodeOf(code, body.code),
    identifier,
    errorName: errorNameOf(identifier),
    order,
    statuses: [...new Set(cases.flatMap(({ statuses }) => statuses))].toSorted((a, b) => a - b),
    cases: hasCases ? cases : cases.map((one) => ({ ...omit(one, ...TEXT_FIELDS), links: [] })),
    ...pick(spec, ...TEXT_FIELDS),
    links: buildLinks(spec.links),
    ...pick(spec, "group"),
    tags: [...new Set(spec.tags)].toSorted(compareText),
    ...optional("retry", cases.every((one) => one.retry === retry) ? retry : undefined),
    audience: spec.audience ?? "public",
    ...pick(spec, "expose"),
    ...pick(spec, "since"),
    ...optional("deprecated", spec.deprecated && buildLifecycle(spec.deprecated)),
    ...optional(
      "documentation",
      documentation?.replaceAll("{code}", () => encodeURIComponent(code)),
    ),
    texts: textsOf(error, buildErrorTexts),
    extensions: extensionsOf(spec),
  };
}

function buildCase(one: ResolvedCase, code: string, body: BodyModel): CaseModel {
  const { spec, name, layers } = one;
  const headers = Object.entries(spec.headers ?? {}).toSorted(([a], [b]) => compareText(a, b));
  const own = layers[0]?.fields as PlainTexts & Pick<typeof spec, "links">;
  const built = {
    ...optional("name", name),
    statuses: statusesOf(one).toSorted((a, b) => a - b),
    ...optional("template", one.template?.template),
    params: buildParams(one),
    ...pick(own, ...TEXT_FIELDS),
    links: buildLinks(own.links),
    ...pick(spec, "retry"),
    headers: headers.map(([header, fields]) => ({
      name: header,
      ...pick(fields, "description"),
      schema: schemaOf(fields.schema ?? { type: "string" }),
      extensions: extensionsOf(fields),
    })),
    constants: Object.entries(spec.constants ?? {})
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([key, value]) => ({ at: memberTokens(key), value: value as Json })),
    ...optional(
      "details",
      spec.details && {
        at: spec.at === undefined ? [] : placeTokens(spec.at),
        schema: schemaOf(spec.details) as JsonObject,
      },
    ),
    texts: textsOf(one, name === undefined ? buildMessageText : buildCaseTexts),
    extensions: name === undefined ? {} : extensionsOf(own),
  };
  const wireCode = wireCodeOf(code, body.code);
  return { ...built, examples: buildExamples(built, wireCode, spec, body) };
}

function buildParams(one: ResolvedCase): readonly ParamModel[] {
  return namedParams(one).map(({ name, type, param }) => ({
    name,
    type,
    ...pick(param, "description", ...(param.sensitive ? [] : (["example"] as const)), "enum", "pattern", "format"),
    ...(param.sensitive ? { sensitive: true } : {}),
    ...optional("at", param.at === undefined ? undefined : placeTokens(param.at)),
    extensions: extensionsOf(param),
  }));
}

function textsOf<Texts>(
  { translations }: ResolvedCase,
  build: (translation: ResolvedTranslation) => Texts,
): Readonly<Record<string, Texts>> {
  return recordOf(translations.map((translation) => [translation.locale, build(translation)]));
}

function buildErrorTexts({ spec }: ResolvedTranslation): ErrorTexts {
  return { ...pick(spec, ...TEXT_FIELDS), ...optional("links", spec.links && buildLinks(spec.links)) };
}

function buildCaseTexts(translation: ResolvedTranslation): CaseTexts {
  return { ...buildMessageText(translation), ...buildErrorTexts(translation) };
}

function buildMessageText({ template }: ResolvedTranslation): CaseTexts {
  return optional("template", template?.template);
}
