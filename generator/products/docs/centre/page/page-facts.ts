// The facts of an error or a case become a list of labels and values, and its examples become parts that open.
import type { Element, ElementContent, Properties } from "hast";
import type { CaseModel, ErrorModel, LinkModel, ParamModel } from "../../../../model/model.ts";
import type { Block } from "../../../../text/document/blocks.ts";
import { h } from "../../../../text/html/element.ts";
import { pointerText } from "../../../../text/json/pointer.ts";
import { answerBlocks } from "../../fragments/answers.ts";
import { classTitle, ERROR_TEXTS, errorText, type LocalizedTable, linksOf } from "../../fragments/localized-table.ts";
import { detailList, headerList } from "../../fragments/member-lists.ts";
import { bodyBlock } from "../../fragments/shared-parts.ts";
import { typeWords } from "../../fragments/type-words.ts";
import { CLASS } from "../centre-names.ts";
import { isSafeUrl, outwardLink } from "./page-links.ts";
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

/** The texts and links are those of the error or of the case. */
export function factList(
  languages: Languages,
  facts: CaseModel,
  authored: ErrorModel | CaseModel,
  more: readonly Element[],
): Element[] {
  const rows = [...rowsOf(languages, facts, authored), ...more, ...linkRow(languages, authored)];
  return rows.length === 0 ? [] : [h("dl", rows)];
}

function rowsOf(languages: Languages, facts: CaseModel, authored: ErrorModel | CaseModel): Element[] {
  const { params } = facts;
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

export function tagRow(languages: Languages, tags: readonly string[]): Element[] {
  const titles = tags.flatMap((tag, at): ElementContent[] => [
    ...(at === 0 ? [] : [SPACE]),
    ...inEach(
      languages,
      "span",
      { className: [CLASS.badge] },
      (table) => [classTitle(table, "tags", tag).value],
      (table) => classTitle(table, "tags", tag).language,
    ),
  ]);
  return row(languages, "tags", titles);
}

export function operationRow(languages: Languages, error: ErrorModel): Element[] {
  const content = inEach(languages, "div", {}, (table) => {
    const blocks = answerBlocks(table, error);
    return blocks.length === 0 ? undefined : [blocksNode(blocks)];
  });
  return row(languages, "answerOf", content);
}

const SPACE: ElementContent = { type: "text", value: " " };

/** A line with the name and the type of each param, and its words below. Params have no translations, so each stands in the page once. */
function paramItems(languages: Languages, params: readonly ParamModel[]): Element[] {
  return params.map(({ name, type, description, example, enum: values, sensitive, at }) =>
    h("li", [
      h("code", name),
      " ",
      h("small", [inlinesNode(values === undefined ? [type] : typeWords({ enum: values }))]),
      ...(at === undefined ? [] : [" ", h("code", pointerText(at))]),
      ...(sensitive ? [h("small", ","), " ", label(languages, "sensitive", "small")] : []),
      ...(example === undefined ? [] : [" ", label(languages, "forExample", "small"), " ", h("code", String(example))]),
      ...(description === undefined ? [] : untranslated(languages, "p", [description])),
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

export function examples(languages: Languages, { examples: all }: CaseModel): Element[] {
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
