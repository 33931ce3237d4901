// An error or a retired code becomes an article of the error centre, in every language of the page.
import type { Element, ElementContent, Properties } from "hast";
import { statusLines } from "../../../../model/http-status.ts";
import {
  type ErrorModel,
  type LinkModel,
  mainCase,
  type ParamModel,
  type RetiredModel,
} from "../../../../model/model.ts";
import { shownParts } from "../../../../template/shown-template.ts";
import type { Template } from "../../../../template/template.ts";
import type { Block } from "../../../../text/document/blocks.ts";
import { h } from "../../../../text/html/element.ts";
import { ERROR_TEXTS, errorText, type LocalizedTable, linksOf } from "../../fragments/localized-table.ts";
import { detailList, headerList, noticeBlocks } from "../../fragments/sections.ts";
import { RETRIES, typeWords } from "../../fragments/type-words.ts";
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
}

export function errorArticle(articles: Articles, error: ErrorModel): Element {
  const { languages } = articles;
  const { code, statuses, group, retry, deprecated, since, audience } = error;
  const [status = 0] = statuses;
  const statusClass = status < 500 ? [CLASS.status] : [CLASS.status, "server"];
  const filters: Readonly<Record<Filter, string | number | undefined>> = { status, group, retry };
  return h("article", { ...idProperties(code), ...dataProperties(filters) }, [
    h("header", [
      heading(articles, code),
      h("span", { className: statusClass }, statusLines(error)),
      ...(audience === "internal" ? [label(languages, "internal", "span", BADGE)] : []),
      ...(since === undefined ? [] : [h("span", BADGE, [label(languages, "since"), ` ${since}`])]),
    ]),
    ...(deprecated === undefined
      ? []
      : inEach(languages, "div", { className: ["notice"] }, (edition) => [
          blocksNode([{ kind: "quote", blocks: noticeBlocks(edition, "deprecated", deprecated) }]),
        ])),
    ...message(languages, error),
    h("dl", rows(languages, error)),
    ...examples(languages, error),
  ]);
}

const BADGE = { className: ["badge"] };

export function retiredArticle(articles: Articles, retired: RetiredModel): Element {
  const { code } = retired;
  return h("article", { ...idProperties(code), className: [CLASS.retired] }, [
    h("header", [heading(articles, code)]),
    ...inEach(articles.languages, "div", {}, (edition) => [blocksNode(noticeBlocks(edition, "retired", retired))]),
  ]);
}

function idProperties(code: string): Properties {
  const id = idOf(code);
  return id === code ? { id } : { id, [DATA.code]: code };
}

function dataProperties(values: Readonly<Record<string, string | number | undefined>>): Properties {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`data-${name}`, value]));
}

/** The heading has the second id, so that links in lower case work without the script. */
function heading({ lowerCaseIds }: Articles, code: string): Element {
  return h("h3", { id: lowerCaseIds.get(code) }, codeLink(code));
}

function message(languages: Languages, error: ErrorModel): ElementContent[] {
  const { template, texts, params } = mainCase(error);
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

/** The braces show that a param is not part of the text, also to readers who see no colours. */
function templateContent(template: Template, names: readonly string[]): ElementContent[] {
  return shownParts(template, names).map((part) =>
    typeof part === "string" ? { type: "text", value: part } : h("var", part.text),
  );
}

function rows(languages: Languages, error: ErrorModel): Element[] {
  const { retry } = error;
  const { headers, params } = mainCase(error);
  const row = (name: PageLabel, content: readonly ElementContent[], properties: Properties = {}): Element[] =>
    content.length === 0 ? [] : [label(languages, name, "dt"), h("dd", properties, [...content])];
  const block = (blockIn: (edition: LocalizedTable) => Block | undefined): ElementContent[] =>
    inEach(languages, "div", {}, (edition) => {
      const found = blockIn(edition);
      return found && [blocksNode([found])];
    });
  return [
    ...ERROR_TEXTS.flatMap(({ field, label }) => {
      const texts = authoredInEach(languages, {}, (edition) => errorText(edition, error, field));
      return row(label, texts, { className: [label] });
    }),
    ...(retry === undefined ? [] : [label(languages, "retry", "dt"), label(languages, RETRIES[retry], "dd")]),
    ...row("params", params.length === 0 ? [] : [h("ul", paramItems(languages, params))]),
    ...row("headers", headers.length === 0 ? [] : block((edition) => headerList(edition, headers))),
    ...row(
      "details",
      block((edition) => detailList(edition, error)),
    ),
    ...row("seeAlso", links(languages, error)),
  ];
}

/** Params have no translations, so each stands in the page once. */
function paramItems(languages: Languages, params: readonly ParamModel[]): Element[] {
  return params.map(({ name, type, description, example, enum: values }) =>
    h("li", [
      h("code", name),
      " ",
      h("small", [inlinesNode(values === undefined ? [type] : typeWords({ enum: values }))]),
      ...(description === undefined ? [] : [" ", ...untranslated(languages, "span", [description])]),
      ...(example === undefined ? [] : [" ", label(languages, "forExample", "small"), " ", h("code", String(example))]),
    ]),
  );
}

function links(languages: Languages, error: ErrorModel): ElementContent[] {
  const SPACE: ElementContent = { type: "text", value: " " };
  const listOf = (all: readonly LinkModel[]): ElementContent[] =>
    all.flatMap(({ title, url }, at) => [...(at === 0 ? [] : [SPACE]), outwardLink(url, title)]);
  const listed = inEach(
    languages,
    "span",
    {},
    (edition) => {
      const shown = linksOf(edition, error);
      return shown && listOf(shown.value);
    },
    (edition) => linksOf(edition, error)?.language,
  );
  const { documentation } = error;
  // The header links to a page that documents all errors.
  const isInHeader = documentation === languages.documentation;
  if (documentation === undefined || isInHeader || !isSafeUrl(documentation)) return listed;
  const link = label(languages, "documentation", "a", { href: documentation });
  return listed.length === 0 ? [link] : [...listed, SPACE, link];
}

function examples(languages: Languages, error: ErrorModel): Element[] {
  const { examples: all } = mainCase(error);
  return all.map(({ name, body, summary }) =>
    h("details", [
      all.length === 1
        ? label(languages, "example", "summary")
        : h("summary", [label(languages, "example"), " ", h("code", name)]),
      ...(summary === undefined ? [] : untranslated(languages, "p", [summary])),
      blocksNode([{ kind: "json", value: body }]),
    ]),
  );
}
