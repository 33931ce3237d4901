// A table becomes table.ts: all facts and texts of each code as data, for programs that show errors to people.
import { type CaseTexts, mainCase } from "../../../model/model.ts";
import { declareAlias, declareFunction, declareInterface } from "../printer/declarations.ts";
import type { Item, Module } from "../printer/module.ts";
import { type Data, declareData } from "../printer/typescript-data.ts";
import { group, indent, LINE, typed } from "../printer/typescript-layout.ts";
import { commentText } from "../printer/typescript-literal.ts";
import {
  member,
  NUMBER,
  named,
  optionalMember,
  orUndefined,
  readonlyRecord,
  STRING,
  type TypeShape,
} from "../printer/typescript-type.ts";
import { importsFrom, type Plan, type PlannedError } from "../product-plan.ts";
import { declareRetired } from "../types/retired.ts";

export function emitTable(plan: Plan): Module {
  const { model, names } = plan;
  const doc = commentText(`The errors of ${model.title} by code.`);
  return {
    name: "table",
    declarations: [
      ...importsFrom({ types: { types: [names.code, names.retry] } }, plan),
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
        returns: orUndefined(named(names.entry)),
        body: [
          ["const entries", typed(": Entries"), " =", group(indent([LINE, names.table])), ";"],
          "return Object.hasOwn(entries, code) ? entries[code] : undefined;",
        ],
      }),
      declareAlias({ name: "Entries", isLocal: true, type: readonlyRecord(STRING, named(names.entry)) }),
      declareData({ name: names.table, type: names.tableType, doc, isExported: true }, () => tableData(plan)),
      ...declareRetired(plan),
    ],
  };
}

function entryType(plan: Plan): Item {
  const { names } = plan;
  const lifecycle = ["since", "replacedBy", "reason"].map((name) => optionalMember(name, STRING));
  return declareInterface({
    name: names.entry,
    doc: "The facts and the texts of an error.",
    members: [
      member("status", NUMBER, "The HTTP status."),
      optionalMember("template", STRING, `${messageDoc(plan)}; absent if the API promises no text.`),
      optionalMember("retry", named(names.retry), "The retry class; absent if the API does not state one."),
      optionalMember("group", STRING, "The name of its group."),
      optionalMember("since", STRING, "The version that introduced the error."),
      optionalMember("deprecated", { kind: "object", members: lifecycle }, "Its deprecation."),
      optionalMember("documentation", STRING, "The address of its documentation."),
      member("texts", readonlyRecord(STRING, named(names.texts)), "The texts for people by locale."),
    ],
  });
}

function textsType(plan: Plan): Item {
  const { names } = plan;
  const link: TypeShape = { kind: "object", members: [member("title", STRING), member("url", STRING)] };
  return declareInterface({
    name: names.texts,
    doc: "The texts of an error in one language. Descriptions and solutions are Markdown.",
    members: [
      optionalMember("message", STRING, `${messageDoc(plan)}.`),
      optionalMember("description", STRING, "The meaning of the error."),
      optionalMember("solution", STRING, "The solution."),
      optionalMember("links", { kind: "array", item: link }),
    ],
  });
}

/** Imported errors may have placeholders of another dialect. */
function messageDoc({ errors }: Plan): string {
  const dialects = new Set(errors.flatMap(({ template }) => template?.placeholders ?? []));
  const named = [...dialects].filter((one) => one !== "printf");
  const forms = [
    ...(dialects.has("printf") || named.length === 0 ? ["directives of printf"] : []),
    ...(named.length === 0 ? [] : [`placeholders such as ${named.join(", ")}`]),
  ];
  return `The message with ${forms.join(" or ")}`;
}

function tableData(plan: Plan): Data {
  const { locale: own, locales } = plan.model;
  const kept = locales.filter((locale) => plan.options.locales?.includes(locale) ?? true);
  const entries = plan.errors.map((error) => [error.code, entryData(error, own, kept)] as const);
  return Object.fromEntries<Data>(entries);
}

function entryData(error: PlannedError, own: string, locales: readonly string[]): Data {
  const texts = locales.flatMap((locale) => {
    const found = locale === own ? error : { ...error.texts[locale], ...mainCase(error).texts[locale] };
    return Object.keys(found).length === 0 ? [] : [[locale, textsData(found)] as const];
  });
  return {
    status: error.status,
    template: error.template?.text,
    retry: error.retry,
    group: error.group,
    since: error.since,
    deprecated: error.deprecated && { ...error.deprecated },
    documentation: error.documentation,
    texts: Object.fromEntries<Data>(texts),
  };
}

function textsData({ template, description, solution, links }: CaseTexts): Data {
  return {
    message: template?.text,
    description,
    solution,
    links: links?.length ? links.map(({ title, url }) => ({ title, url })) : undefined,
  };
}
