// An error becomes an article of the error centre: everything that a reader who met it may ask, in every language of the page.
import type { Element, ElementContent, Properties } from "hast";
import { statusLine } from "../../../../model/http-status.ts";
import type { ErrorModel, LinkModel, RetiredModel } from "../../../../model/model.ts";
import type { Template } from "../../../../template/template.ts";
import { type Block, words } from "../../../../text/document/blocks.ts";
import { h } from "../../../../text/html/element.ts";
import { type LocalizedTable as Edition, ERROR_TEXTS, errorText, linksOf } from "../../fragments/localized-table.ts";
import { detailList, headerList, noticeBlocks } from "../../fragments/sections.ts";
import { RETRIES, typeWords } from "../../fragments/type-words.ts";
import {
  authoredIn,
  blocksNode,
  idOf,
  inEach,
  inOwn,
  isAddress,
  type Languages,
  label,
  linkTo,
  outward,
  type Word,
} from "./page-texts.ts";

export interface Names {
  /** The codes of the table. */
  readonly codes: ReadonlySet<string>;
  /** A second name in lower case, where no other element has it. */
  readonly aliasOf: (code: string) => string | undefined;
}

export function errorArticle(languages: Languages, error: ErrorModel, names: Names): Element {
  const { code, status, group, retry, deprecated, since, audience } = error;
  const facts = [
    h("span", { className: status < 500 ? ["status"] : ["status", "server"] }, statusLine(status)),
    ...(audience === "internal" ? [label(languages, ({ internal }) => internal, "span", BADGE)] : []),
    ...(since === undefined ? [] : [h("span", BADGE, [label(languages, (all) => all.since), ` ${since}`])]),
  ];
  return h(
    "article",
    {
      ...namedBy(code),
      dataStatus: status,
      ...(group === undefined ? {} : { dataGroup: group }),
      ...(retry === undefined ? {} : { dataRetry: retry }),
    },
    [
      h("header", [heading(code, names), ...facts]),
      ...(deprecated === undefined
        ? []
        : inEach(languages, "div", { className: ["notice"] }, (edition) => [
            blocksNode([{ kind: "quote", blocks: noticeBlocks(edition, "deprecated", deprecated) }]),
          ])),
      ...message(languages, error),
      h("dl", rows(languages, error)),
      ...examples(languages, error),
    ],
  );
}

const BADGE = { className: ["badge"] };

export function retiredArticle(languages: Languages, retired: RetiredModel, names: Names): Element {
  const { code } = retired;
  return h("article", { ...namedBy(code), className: ["gone"] }, [
    h("header", [heading(code, names)]),
    ...inEach(languages, "div", {}, (edition) => [blocksNode(noticeBlocks(edition, "retired", retired))]),
  ]);
}

/** The script is told a code only where it is not the name of its element. */
function namedBy(code: string): Properties {
  const id = idOf(code);
  return id === code ? { id } : { id, dataCode: code };
}

/** Another name of the code stands here, so that it is found without a script as well. */
function heading(code: string, { aliasOf }: Names): Element {
  return h("h3", { id: aliasOf(code) }, h("a", { href: linkTo(code) }, h("code", code)));
}

function message(languages: Languages, { template, texts, params }: ErrorModel): ElementContent[] {
  const names = params.map(({ name }) => name);
  return inEach(
    languages,
    "samp",
    {},
    ({ locale }) => {
      const shownTemplate = texts[locale]?.template ?? template;
      return shownTemplate && templateWords(shownTemplate, names);
    },
    ({ locale, model }) => (texts[locale]?.template === undefined ? model.locale : locale),
  );
}

/** Params stand in braces, so that they are told from words without colour. */
function templateWords({ tokens }: Template, names: readonly string[]): ElementContent[] {
  return tokens.map((token) =>
    token.kind === "literal"
      ? { type: "text", value: token.text }
      : h(
          "var",
          // Which argument it is, its name says better.
          /^%(?:\d+\$)?s$/.test(token.text) ? {} : { title: token.text },
          `{${names[token.argument] ?? String(token.argument + 1)}}`,
        ),
  );
}

function rows(languages: Languages, error: ErrorModel): Element[] {
  const row = (word: Word, content: ElementContent[], className?: string): Element[] =>
    content.length === 0
      ? []
      : [label(languages, word, "dt"), h("dd", className === undefined ? {} : { className: [className] }, content)];
  const text = (make: (edition: Edition) => Block | undefined): ElementContent[] =>
    inEach(languages, "div", {}, (edition) => {
      const block = make(edition);
      return block && [blocksNode([block])];
    });
  const { retry, headers } = error;
  return [
    ...ERROR_TEXTS.flatMap(({ field, label }) =>
      row(
        (words) => words[label],
        authoredIn(languages, {}, (edition) => errorText(edition, error, field)),
        label,
      ),
    ),
    ...(retry === undefined
      ? []
      : [label(languages, (words) => words.retry, "dt"), label(languages, (words) => words[RETRIES[retry]], "dd")]),
    ...row((words) => words.params, params(languages, error)),
    ...row(
      (words) => words.headers,
      text((edition) => (headers.length > 0 ? headerList(edition, headers) : undefined)),
    ),
    ...row(
      ({ details }) => details,
      text((edition) => detailList(edition, error)),
    ),
    ...row(({ seeAlso }) => seeAlso, links(languages, error)),
  ];
}

/** Nobody translates params: they are there once. */
function params(languages: Languages, { params: all }: ErrorModel): ElementContent[] {
  if (all.length === 0) return [];
  const items = all.map(({ name, type, description, example, enum: values }) =>
    h("li", [
      h("code", name),
      " ",
      h("small", [{ type: "inlines", inlines: words(values === undefined ? [type] : typeWords({ enum: values })) }]),
      ...(description === undefined ? [] : [" ", ...inOwn(languages, "span", [description])]),
      ...(example === undefined
        ? []
        : [" ", label(languages, ({ forExample }) => forExample.trim(), "small"), " ", h("code", String(example))]),
    ]),
  );
  return [h("ul", items)];
}

function links(languages: Languages, error: ErrorModel): ElementContent[] {
  const listOf = (all: readonly LinkModel[]): ElementContent[] =>
    all.flatMap(({ title, url }, at) => [
      ...(at === 0 ? [] : [{ type: "text" as const, value: " " }]),
      outward(url, title),
    ]);
  const named = inEach(
    languages,
    "span",
    {},
    (edition) => {
      const found = linksOf(edition, error);
      return found && listOf(found.value);
    },
    (edition) => linksOf(edition, error)?.language,
  );
  const { documentation } = error;
  // One page of all errors is named once, at the head.
  const isShared = documentation === languages.documentation;
  if (documentation === undefined || isShared || !isAddress(documentation)) return named;
  const page = label(languages, ({ documentation: word }) => word, "a", { href: documentation });
  return named.length === 0 ? [page] : [...named, { type: "text", value: " " }, page];
}

function examples(languages: Languages, { examples: all }: ErrorModel): Element[] {
  return all.map(({ name, body, summary }) =>
    h("details", [
      all.length === 1
        ? label(languages, ({ example }) => example, "summary")
        : h("summary", [label(languages, ({ example }) => example), " ", h("code", name)]),
      ...(summary === undefined ? [] : inOwn(languages, "p", [summary])),
      blocksNode([{ kind: "json", value: body }]),
    ]),
  );
}
