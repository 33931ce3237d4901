// An error or a retired code becomes an article of the error centre, in every language of the page; cases become parts of it.
import type { Element, ElementContent, Properties } from "hast";
import { caseName } from "../../../../diagnostic/case-name.ts";
import { errorParts } from "../../../../model/error-parts.ts";
import { statusLines } from "../../../../model/http-status.ts";
import type { CaseModel, ErrorModel, LinkModel, ParamModel, RetiredModel } from "../../../../model/model.ts";
import { shownParts } from "../../../../template/shown-template.ts";
import type { Template } from "../../../../template/template.ts";
import type { Block } from "../../../../text/document/blocks.ts";
import { h } from "../../../../text/html/element.ts";
import { pointerText } from "../../../../text/json/pointer.ts";
import { answerBlocks } from "../../fragments/answers.ts";
import { classTitle, ERROR_TEXTS, errorText, type LocalizedTable, linksOf } from "../../fragments/localized-table.ts";
import { detailList, headerList } from "../../fragments/member-lists.ts";
import { noticeBlocks } from "../../fragments/sections.ts";
import { bodyBlock } from "../../fragments/shared-parts.ts";
import { RETRY_LABELS, typeWords } from "../../fragments/type-words.ts";
import { CLASS, DATA, type Filter } from "../centre-names.ts";
import { codeLink, idOf, isSafeUrl, outwardLink } from "./page-links.ts";
import {
  authoredInEach,
  blocksNode,
  inEach,
  inlinesNode,
  type Languages,
  label,
  type PageLabel,
  untranslated,
} from "./page-texts.ts";

export interface Articles {
  readonly languages: Languages;
  /** A second id in lower case, by code. */
  readonly lowerCaseIds: ReadonlyMap<string, string>;
  readonly codes: ReadonlySet<string>;
}

export function errorArticle(articles: Articles, error: ErrorModel): Element {
  const { languages } = articles;
  const { code, wireCode, statuses, group, tags, deprecated, since, audience } = error;
  const { shared, cases } = errorParts(error);
  const retries = new Set(error.cases.flatMap(({ retry }) => retry ?? []));
  const filters: Readonly<Record<Filter, readonly (string | number)[]>> = {
    status: statuses,
    group: group === undefined ? [] : [group],
    retry: [...retries],
    tags,
  };
  const travels = String(wireCode);
  return h("article", { ...idProperties(code), ...dataProperties(filters) }, [
    h("header", [
      heading(articles, code),
      ...status(shared),
      ...(travels === code ? [] : [h("code", BADGE, travels)]),
      ...(audience === "internal" ? [label(languages, "internal", "span", BADGE)] : []),
      ...(since === undefined ? [] : [h("span", BADGE, [label(languages, "since"), ` ${since}`])]),
    ]),
    ...(deprecated === undefined
      ? []
      : inEach(languages, "div", { className: ["notice"] }, (table) => [
          blocksNode([{ kind: "quote", blocks: noticeBlocks(table, "deprecated", deprecated) }]),
        ])),
    ...partOf(languages, shared, error, [...tagRow(languages, tags), ...operationRow(languages, error)]),
    ...cases.map((one) => casePart(articles, error, one)),
  ]);
}

/** A case has an id of its own, so that links and the decoder lead to it, unless a code has the same name. */
function casePart({ languages, codes }: Articles, { code }: ErrorModel, one: CaseModel): Element {
  const name = caseName(code, one.name);
  return h("section", { ...(codes.has(name) ? {} : idProperties(name)), className: [CLASS.case] }, [
    h("header", [h("h4", codeLink(name)), ...status(one)]),
    ...partOf(languages, one, one, []),
  ]);
}

/** The message, the facts and the examples; the texts and links are those of the error or of the case. */
function partOf(
  languages: Languages,
  facts: CaseModel,
  authored: ErrorModel | CaseModel,
  more: readonly Element[],
): ElementContent[] {
  const rows = [...rowsOf(languages, facts, authored), ...more, ...linkRow(languages, authored)];
  return [...message(languages, facts), ...(rows.length === 0 ? [] : [h("dl", rows)]), ...examples(languages, facts)];
}

function status({ statuses }: CaseModel): Element[] {
  const [first] = statuses;
  if (first === undefined) return [];
  return [h("span", { className: first < 500 ? [CLASS.status] : [CLASS.status, "server"] }, statusLines({ statuses }))];
}

const BADGE = { className: ["badge"] };

export function retiredArticle(articles: Articles, retired: RetiredModel): Element {
  const { code } = retired;
  return h("article", { ...idProperties(code), className: [CLASS.retired] }, [
    h("header", [heading(articles, code)]),
    ...inEach(articles.languages, "div", {}, (table) => [blocksNode(noticeBlocks(table, "retired", retired))]),
  ]);
}

function idProperties(code: string): Properties {
  const id = idOf(code);
  return id === code ? { id } : { id, [DATA.code]: code };
}

/** Names of groups and tags have no blanks. */
function dataProperties(values: Readonly<Record<Filter, readonly (string | number)[]>>): Properties {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, all]) => (all.length === 0 ? [] : [[`data-${name}`, all.join(" ")]])),
  );
}

/** The heading has the second id, so that links in lower case work without the script. */
function heading({ lowerCaseIds }: Articles, code: string): Element {
  return h("h3", { id: lowerCaseIds.get(code) }, codeLink(code));
}

function message(languages: Languages, { template, texts, params }: CaseModel): ElementContent[] {
  const names = params.map(({ name }) => name);
  return inEach(
    languages,
    "samp",
    {},
    ({ locale }) => {
      const shown = texts[locale]?.template ?? template;
      return shown && templateContent(shown, names);
    },
    ({ locale, model }) => (texts[locale]?.template === undefined ? model.locale : locale),
  );
}

/** The braces show, also without colours, that a param is not part of the text. */
function templateContent(template: Template, names: readonly string[]): ElementContent[] {
  return shownParts(template, names).map((part) =>
    typeof part === "string" ? { type: "text", value: part } : h("var", part.text),
  );
}

function rowsOf(languages: Languages, facts: CaseModel, authored: ErrorModel | CaseModel): Element[] {
  const { retry, params } = facts;
  const blocks = (blocksIn: (table: LocalizedTable) => readonly Block[]): ElementContent[] =>
    inEach(languages, "div", {}, (table) => {
      const found = blocksIn(table);
      return found.length === 0 ? undefined : [blocksNode(found)];
    });
  return [
    ...ERROR_TEXTS.flatMap(({ field, label }) => {
      const texts = authoredInEach(languages, {}, (table) => errorText(table, authored, field));
      return row(languages, label, texts, { className: [label] });
    }),
    ...(retry === undefined ? [] : [label(languages, "retry", "dt"), label(languages, RETRY_LABELS[retry], "dd")]),
    ...row(languages, "params", params.length === 0 ? [] : [h("ul", paramItems(languages, params))]),
    ...row(
      languages,
      "headers",
      blocks((table) => headerList(table, facts)),
    ),
    ...row(
      languages,
      "details",
      blocks((table) => detailList(table, facts)),
    ),
  ];
}

function row(
  languages: Languages,
  name: PageLabel,
  content: readonly ElementContent[],
  properties: Properties = {},
): Element[] {
  return content.length === 0 ? [] : [label(languages, name, "dt"), h("dd", properties, [...content])];
}

function tagRow(languages: Languages, tags: readonly string[]): Element[] {
  const titles = tags.flatMap((tag, at): ElementContent[] => [
    ...(at === 0 ? [] : [SPACE]),
    ...inEach(
      languages,
      "span",
      BADGE,
      (table) => [classTitle(table, "tags", tag).value],
      (table) => classTitle(table, "tags", tag).language,
    ),
  ]);
  return row(languages, "tags", titles);
}

function operationRow(languages: Languages, error: ErrorModel): Element[] {
  const content = inEach(languages, "div", {}, (table) => {
    const blocks = answerBlocks(table, error);
    return blocks.length === 0 ? undefined : [blocksNode(blocks)];
  });
  return row(languages, "operations", content);
}

const SPACE: ElementContent = { type: "text", value: " " };

/** Params have no translations, so each stands in the page once. */
function paramItems(languages: Languages, params: readonly ParamModel[]): Element[] {
  return params.map(({ name, type, description, example, enum: values, at }) =>
    h("li", [
      h("code", name),
      " ",
      h("small", [inlinesNode(values === undefined ? [type] : typeWords({ enum: values }))]),
      ...(at === undefined ? [] : [" ", h("code", pointerText(at))]),
      ...(description === undefined ? [] : [" ", ...untranslated(languages, "span", [description])]),
      ...(example === undefined ? [] : [" ", label(languages, "forExample", "small"), " ", h("code", String(example))]),
    ]),
  );
}

function linkRow(languages: Languages, authored: ErrorModel | CaseModel): Element[] {
  const listOf = (all: readonly LinkModel[]): ElementContent[] =>
    all.flatMap(({ title, url }, at) => [...(at === 0 ? [] : [SPACE]), outwardLink(url, title)]);
  const listed = inEach(
    languages,
    "span",
    {},
    (table) => {
      const shown = linksOf(table, authored);
      return shown && listOf(shown.value);
    },
    (table) => linksOf(table, authored)?.language,
  );
  const documentation = "documentation" in authored ? authored.documentation : undefined;
  // The header links to a page that documents all errors.
  const isInHeader = documentation === languages.documentation;
  if (documentation === undefined || isInHeader || !isSafeUrl(documentation)) return row(languages, "seeAlso", listed);
  const link = label(languages, "documentation", "a", { href: documentation });
  return row(languages, "seeAlso", listed.length === 0 ? [link] : [...listed, SPACE, link]);
}

function examples(languages: Languages, { examples: all }: CaseModel): Element[] {
  const [table] = languages.tables;
  return all.map(({ name, body, summary }) =>
    h("details", [
      all.length === 1
        ? label(languages, "example", "summary")
        : h("summary", [label(languages, "example"), " ", h("code", name)]),
      ...(summary === undefined ? [] : untranslated(languages, "p", [summary])),
      blocksNode([bodyBlock(body, table?.model)]),
    ]),
  );
}
