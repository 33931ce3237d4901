// An error becomes an article of the error centre: everything that a reader who met it may ask, in every language of the page.
import type { Element, ElementContent } from "hast";
import { type Block, paragraph, words } from "../../blocks.ts";
import { statusLine } from "../../model/http-status.ts";
import type { JsonObject } from "../../model/json.ts";
import type { ErrorModel, LinkModel, RetiredModel } from "../../model/model.ts";
import type { Template } from "../../model/template.ts";
import { h } from "../../page.ts";
import { centreLabelsFor } from "./centre-labels.ts";
import {
  blocksNode,
  idOf,
  inEach,
  isAddress,
  type Languages,
  label,
  linkTo,
  outward,
  ownLanguage,
  type Word,
} from "./centre-texts.ts";
import { authored, descriptionOf, type Edition, linksOf, shown, solutionOf } from "./edition.ts";
import { detailList, headerList, lifecycleBlocks } from "./sections.ts";
import { RETRIES, typeWords } from "./type-words.ts";

export interface Names {
  /** The codes of the table. */
  readonly codes: ReadonlySet<string>;
  /** A second name in lower case, where no other element has it. */
  readonly aliasOf: (code: string) => string | undefined;
}

export function errorArticle(languages: Languages, error: ErrorModel, names: Names): Element {
  const { code, status, group, retry, deprecated, since, audience } = error;
  const facts = [
    h("span", { className: ["status"], dataClass: String(Math.floor(status / 100)) }, statusLine(status)),
    ...(audience === "internal"
      ? [
          h(
            "span",
            { className: ["badge"] },
            label(languages, "internal", ({ internal }) => internal),
          ),
        ]
      : []),
    ...(since === undefined
      ? []
      : [h("span", { className: ["badge"] }, [label(languages, "since", (all) => all.since), ` ${since}`])]),
  ];
  return h(
    "article",
    {
      id: idOf(code),
      dataCode: code,
      dataStatus: status,
      ...(group === undefined ? {} : { dataGroup: group }),
      ...(retry === undefined ? {} : { dataRetry: retry }),
    },
    [
      ...aliasAnchor(names, code),
      h("header", [heading(code), h("p", { className: ["facts"] }, facts)]),
      ...(deprecated === undefined
        ? []
        : inEach(languages, "div", { className: ["notice"] }, (edition) => [
            blocksNode([{ kind: "quote", blocks: lifecycleBlocks(edition, "deprecated", deprecated) }]),
          ])),
      ...message(languages, error),
      h("dl", rows(languages, error)),
      ...examples(languages, error),
    ],
  );
}

export function retiredArticle(languages: Languages, retired: RetiredModel, names: Names): Element {
  const { code, since, replacedBy, reason } = retired;
  return h("article", { id: idOf(code), className: ["gone"], dataCode: code }, [
    ...aliasAnchor(names, code),
    h("header", heading(code)),
    ...inEach(languages, "div", {}, (edition) => {
      const { labels } = edition;
      const told = shown(edition, reason);
      const [before = "", after = ""] = labels.replacedBy.split("{code}");
      const centre = since === undefined ? [] : [retiredSince(edition, since)];
      const instead: readonly Block[] =
        replacedBy === undefined
          ? []
          : [
              paragraph([
                before,
                { kind: "link", url: linkTo(replacedBy), content: [{ kind: "code", text: replacedBy }] },
                after,
              ]),
            ];
      return [blocksNode([...centre, ...instead, ...(told === undefined ? [] : [authored(edition, told)])])];
    }),
  ]);
}

function heading(code: string): Element {
  return h("h3", h("a", { href: linkTo(code) }, h("code", code)));
}

function aliasAnchor({ aliasOf }: Names, code: string): Element[] {
  const alias = aliasOf(code);
  return alias === undefined ? [] : [h("span", { id: alias })];
}

function message(languages: Languages, { template, texts, params }: ErrorModel): ElementContent[] {
  return inEach(languages, "p", { className: ["message"] }, ({ locale }) => {
    const shownTemplate = texts[locale]?.template ?? template;
    return (
      shownTemplate && [
        h(
          "code",
          templateWords(
            shownTemplate,
            params.map(({ name }) => name),
          ),
        ),
      ]
    );
  });
}

/** Params stand in braces, so that they are told from words without colour. */
function templateWords({ tokens }: Template, names: readonly string[]): ElementContent[] {
  return tokens.map((token) =>
    token.kind === "literal"
      ? { type: "text", value: token.text }
      : h(
          "var",
          token.text === "%s" ? {} : { title: token.text },
          `{${names[token.argument] ?? String(token.argument + 1)}}`,
        ),
  );
}

function rows(languages: Languages, error: ErrorModel): Element[] {
  const row = (name: string, word: Word, content: ElementContent[]): Element[] =>
    content.length === 0
      ? []
      : [h("div", { className: [name] }, [label(languages, name, word, "dt"), h("dd", content)])];
  const text = (make: (edition: Edition) => Block | undefined): ElementContent[] =>
    inEach(languages, "div", {}, (edition) => {
      const block = make(edition);
      return block && [blocksNode([block])];
    });
  const told = (textOf: typeof descriptionOf): ElementContent[] =>
    text((edition) => {
      const found = textOf(edition, error);
      return found && authored(edition, found);
    });
  const members = Object.entries((error.details?.["properties"] ?? {}) as JsonObject);
  const { retry, headers } = error;
  return [
    ...row("cause", ({ cause }) => cause, told(descriptionOf)),
    ...row("solution", ({ solution }) => solution, told(solutionOf)),
    ...row(
      "retry",
      ({ retry: word }) => word,
      retry === undefined ? [] : [label(languages, `retry-${retry}`, (words) => words[RETRIES[retry]])],
    ),
    ...row("params", ({ params }) => params, params(languages, error)),
    ...row(
      "headers",
      ({ headers: word }) => word,
      text((edition) => (headers.length > 0 ? headerList(edition, headers) : undefined)),
    ),
    ...row(
      "details",
      ({ details }) => details,
      text((edition) => (members.length > 0 ? detailList(edition, error, members) : undefined)),
    ),
    ...row("links", ({ seeAlso }) => seeAlso, links(languages, error)),
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
      ...(description === undefined ? [] : [" ", h("span", ownLanguage(languages), description)]),
      ...(example === undefined
        ? []
        : [
            " ",
            label(languages, "example-of", ({ forExample }) => forExample.trim(), "small"),
            " ",
            h("code", String(example)),
          ]),
    ]),
  );
  return [h("ul", items)];
}

function links(languages: Languages, error: ErrorModel): ElementContent[] {
  const listOf = (all: readonly LinkModel[]): ElementContent[] =>
    all.flatMap(({ title, url }) => [outward(url, title), { type: "text", value: " " }]);
  const isTranslated = languages.editions.some(({ locale }) => error.texts[locale]?.links !== undefined);
  const named = isTranslated
    ? inEach(languages, "span", {}, (edition) => {
        const found = linksOf(edition, error);
        return found && listOf(found.value);
      })
    : error.links.length === 0
      ? []
      : [h("span", ownLanguage(languages), listOf(error.links))];
  const { documentation } = error;
  // One page of all errors is named once, at the head.
  const isShared = documentation === languages.documentation;
  if (documentation === undefined || isShared || !isAddress(documentation)) return named;
  return [...named, label(languages, "documentation", ({ documentation: word }) => word, "a", { href: documentation })];
}

function examples(languages: Languages, { examples: all }: ErrorModel): Element[] {
  return all.map(({ name, body, summary }) =>
    h("details", [
      h("summary", [
        label(languages, "example", ({ example }) => example),
        ...(all.length > 1 ? [" ", h("code", name)] : []),
      ]),
      ...(summary === undefined ? [] : [h("p", ownLanguage(languages), summary)]),
      blocksNode([{ kind: "json", value: body }]),
    ]),
  );
}

function retiredSince({ locale }: Edition, since: string): Block {
  return paragraph([centreLabelsFor(locale).retiredSince.replace("{since}", () => since)]);
}
