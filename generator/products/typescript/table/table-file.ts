// A table becomes table.ts: all facts and texts of each code as data, for programs that show errors to people.
import type { ErrorTexts, LifecycleModel } from "../../../model/model.ts";
import { declareAlias, declareFunction, declareInterface } from "../printer/declarations.ts";
import { declareImport } from "../printer/imports.ts";
import { declareText, type Module } from "../printer/module.ts";
import { constant, type Data } from "../printer/typescript-data.ts";
import { group, indent, LINE, typed } from "../printer/typescript-layout.ts";
import { commentText, dataKey, scriptKey } from "../printer/typescript-literal.ts";
import { named, readonlyRecord, type TypeShape } from "../printer/typescript-type.ts";
import { modulePath, type Plan, type PlannedError } from "../product-plan.ts";
import { declareRetired } from "../types/retired.ts";
import { union } from "../types/schema-types.ts";

export function emitTable(plan: Plan): Module {
  const { model, names } = plan;
  const doc = `/** ${commentText(`The errors of ${model.title} by code.`)} */`;
  return {
    name: "table",
    declarations: [
      declareImport(modulePath("types", plan), [names.code, names.retry].toSorted(), true),
      entryType(plan),
      textsType(plan),
      declareAlias({
        name: names.tableType,
        doc: "The entries of all errors by code.",
        type: readonlyRecord(named(names.code), named(names.entry)),
      }),
      declareFunction({
        name: names.find,
        doc: "The entry of a code; undefined if the table does not have it.",
        parameters: ["code: string"],
        returns: union([named(names.entry), named("undefined")]),
        body: [
          ["const entries", typed(": Entries"), " =", group(indent([LINE, names.table])), ";"],
          "return Object.hasOwn(entries, code) ? entries[code] : undefined;",
        ],
      }),
      declareAlias({ name: "Entries", isLocal: true, type: readonlyRecord(TEXT, named(names.entry)) }),
      declareText({
        name: names.table,
        isExported: true,
        text: (form, isExported) => {
          const keyword = isExported ? "export " : "";
          if (form === "d.ts") return `${doc}\n${keyword}declare const ${names.table}: ${names.tableType};`;
          const [type, keyOf] = form === "ts" ? [`: ${names.tableType}`, dataKey] : ["", scriptKey];
          return `${doc}\n${constant(`${keyword}const ${names.table}${type} =`, tableData(plan), keyOf)}`;
        },
      }),
      ...declareRetired(plan),
    ],
  };
}

const TEXT = named("string", "string");

function entryType({ names }: Plan): ReturnType<typeof declareInterface> {
  const optional = (name: string, doc: string, type: TypeShape = TEXT) => ({ name, doc, type, required: false });
  return declareInterface({
    name: names.entry,
    doc: "The facts and the texts of an error.",
    members: [
      { name: "status", doc: "The HTTP status.", type: named("number", "number"), required: true },
      optional("template", "The message with directives of printf; absent if the API promises no text."),
      optional("retry", "The retry class; absent if the API does not state one.", named(names.retry)),
      optional("group", "The name of its group."),
      optional("since", "The version that introduced the error."),
      optional("deprecated", "Its deprecation.", {
        kind: "object",
        members: ["since", "replacedBy", "reason"].map((name) => ({ name, type: TEXT, required: false })),
      }),
      optional("documentation", "The address of its documentation."),
      {
        name: "texts",
        doc: "The texts for people by locale.",
        type: readonlyRecord(TEXT, named(names.texts)),
        required: true,
      },
    ],
  });
}

function textsType({ names }: Plan): ReturnType<typeof declareInterface> {
  const text = (name: string, doc: string) => ({ name, doc, type: TEXT, required: false });
  const link: TypeShape = {
    kind: "object",
    members: [
      { name: "title", type: TEXT, required: true },
      { name: "url", type: TEXT, required: true },
    ],
  };
  return declareInterface({
    name: names.texts,
    doc: "The texts of an error in one language. Descriptions and solutions are Markdown.",
    members: [
      text("message", "The message with directives of printf."),
      text("description", "The meaning of the error."),
      text("solution", "The solution."),
      { name: "links", type: { kind: "array", item: link }, required: false },
    ],
  });
}

function tableData(plan: Plan): Data {
  const wanted = plan.options.locales;
  const { locales } = plan.model;
  const kept = wanted === undefined ? locales : locales.filter((locale) => wanted.includes(locale));
  const entries = plan.errors.map((error) => [error.code, entryData(error, plan.model.locale, kept)] as const);
  return Object.fromEntries<Data>(entries);
}

function entryData(error: PlannedError, own: string, locales: readonly string[]): Data {
  const { template, description, solution, links } = error;
  const ownTexts: ErrorTexts = {
    ...(template === undefined ? {} : { template }),
    ...(description === undefined ? {} : { description }),
    ...(solution === undefined ? {} : { solution }),
    links,
  };
  const texts = locales.flatMap((locale) => {
    const found = locale === own ? ownTexts : error.texts[locale];
    return found === undefined ? [] : [[locale, textsData(found)] as const];
  });
  return {
    status: error.status,
    template: template?.text,
    retry: error.retry,
    group: error.group,
    since: error.since,
    deprecated: error.deprecated === undefined ? undefined : lifecycleData(error.deprecated),
    documentation: error.documentation,
    texts: Object.fromEntries<Data>(texts),
  };
}

function textsData({ template, description, solution, links }: ErrorTexts): Data {
  return {
    message: template?.text,
    description,
    solution,
    links: links === undefined || links.length === 0 ? undefined : links.map(({ title, url }) => ({ title, url })),
  };
}

function lifecycleData({ since, replacedBy, reason }: LifecycleModel): Data {
  return { since, replacedBy, reason };
}
