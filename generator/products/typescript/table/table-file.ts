// A table becomes table.ts: all facts and texts of each code as data, for programs that show errors to people.

import { memberKey } from "../../../model/body-layout.ts";
import type { Extensions } from "../../../model/body-model.ts";
import { pick } from "../../../model/fields.ts";
import { type CaseModel, type CaseTexts, type ErrorTexts, TEXT_FIELDS } from "../../../model/model.ts";
import { recordOf } from "../../../text/json/value.ts";
import { hasConstantRows } from "../constants/constant-rows.ts";
import { CONSTANTS } from "../constants/constants-file.ts";
import { declareRetired } from "../guards/retired.ts";
import { singleCase } from "../messages/template-text.ts";
import { ownItem } from "../printer/code.ts";
import { declareAlias, declareFunction } from "../printer/declarations.ts";
import type { Module } from "../printer/module.ts";
import { type Data, declareData } from "../printer/typescript-data.ts";
import { group, indent, LINE, typed } from "../printer/typescript-layout.ts";
import { commentText } from "../printer/typescript-literal.ts";
import { named, orUndefined, readonlyRecord, STRING } from "../printer/typescript-type.ts";
import { importsFrom, type Plan, type PlannedError } from "../product-plan.ts";
import { codeKind } from "../types/code-kind.ts";
import { hasTags } from "../types/error-classes.ts";
import { entryTypes } from "./entry-types.ts";
import { declareTableRows, type EntryData } from "./table-rows.ts";

export function emitTable(plan: Plan): Module {
  const { model, names, perCode } = plan;
  const doc = commentText(`The errors of ${model.title} by code.`);
  const hasConstants = hasConstantRows(plan);
  const dataOf = (error: PlannedError): EntryData => entryData(error, plan);
  const entries = perCode
    ? [declareData({ name: names.table, type: names.tableType, doc, isExported: true }, () => tableData(plan))]
    : declareTableRows(plan, {
        doc,
        dataOf,
        language: localesOf(plan).find((locale) => locale === model.locale),
        hasConstants,
      });
  return {
    name: "table",
    declarations: [
      ...importsFrom(
        {
          constants: { values: !perCode && hasConstants ? [CONSTANTS] : [] },
          types: { types: [names.code, names.retry, ...(hasTags(plan) ? [names.tag] : [])] },
        },
        plan,
      ),
      ...entryTypes(plan),
      declareAlias({
        name: names.tableType,
        doc: "The entries of all errors by code.",
        type: readonlyRecord(named(names.code), named(names.entry)),
      }),
      declareFunction({
        name: names.find,
        doc: "The entry of a code; undefined if the table does not have it.",
        parameters: [`code: ${codeKind(plan)}`],
        returns: orUndefined(named(names.entry)),
        body: [
          ["const entries", typed(": Entries"), " =", group(indent([LINE, names.table])), ";"],
          ["return ", ownItem("entries", "code"), ";"],
        ],
      }),
      declareAlias({ name: "Entries", isLocal: true, type: readonlyRecord(STRING, named(names.entry)) }),
      ...entries,
      ...declareRetired(plan),
    ],
  };
}

function tableData(plan: Plan): Data {
  return recordOf<Data>(
    plan.errors.map((error) => {
      const { data, texts } = entryData(error, plan);
      const { cases, ...facts } = data;
      return [String(error.wireCode), { ...facts, texts, cases }];
    }),
  );
}

function entryData(error: PlannedError, plan: Plan): EntryData {
  const single = singleCase(error);
  const cases = error.cases.map((one): [string, Data] => [
    one.name ?? "",
    { ...factsData(one, plan), texts: textsByLocale(plan, (locale) => textsOf(one, locale, plan)) },
  ]);
  const data = {
    ...(single === undefined ? { statuses: error.statuses, retry: error.retry } : factsData(single, plan)),
    group: error.group,
    tags: error.tags.length === 0 ? undefined : error.tags,
    since: error.since,
    deprecated: error.deprecated && pick(error.deprecated, "since", "replacedBy", "reason"),
    documentation: error.documentation,
    ...extensionData(error.extensions, plan),
    cases: single === undefined ? recordOf(cases) : undefined,
  };
  const texts = textsByLocale(plan, (locale) => ({
    ...(single === undefined ? {} : textsOf(single, locale, plan)),
    ...errorTexts(error, locale, plan),
  }));
  return { data, texts };
}

function factsData({ statuses, retry, constants, extensions }: CaseModel, plan: Plan): Readonly<Record<string, Data>> {
  const fixed = constants.map(({ at, value }) => [memberKey(at), value] as const);
  return {
    statuses,
    retry,
    constants: fixed.length === 0 ? undefined : recordOf<Data>(fixed),
    ...extensionData(extensions, plan),
  };
}

function extensionData(extensions: Extensions, { options }: Plan): Readonly<Record<string, Data>> {
  const names = (options.extensions ?? []).filter((name) => Object.hasOwn(extensions, name));
  return recordOf<Data>(names.map((name) => [name, extensions[name]]));
}

function textsOf(one: CaseModel, locale: string, { model }: Plan): CaseTexts {
  return (locale === model.locale ? one : one.texts[locale]) ?? {};
}

/** Messages are texts of cases. */
function errorTexts(error: PlannedError, locale: string, { model }: Plan): ErrorTexts {
  return locale === model.locale ? pick(error, ...TEXT_FIELDS, "links") : (error.texts[locale] ?? {});
}

function localesOf({ model, options }: Plan): readonly string[] {
  return model.locales.filter((locale) => options.locales?.includes(locale) ?? true);
}

function textsByLocale(plan: Plan, textsIn: (locale: string) => CaseTexts): EntryData["texts"] {
  const texts = localesOf(plan)
    .map((locale) => [locale, textsData(textsIn(locale))] as const)
    .filter(([locale, data]) => locale === plan.model.locale || Object.values(data).some((text) => text !== undefined));
  return recordOf(texts);
}

function textsData({ template, links, ...texts }: CaseTexts): Readonly<Record<string, Data>> {
  return {
    message: template?.text,
    ...pick(texts, ...TEXT_FIELDS),
    links: links?.length ? links.map(({ title, url }) => ({ title, url })) : undefined,
  };
}
