// An error or a retired code becomes an article of the error centre, in every language of the page: a line that shows its
// code, its status and its message, and opens to everything else.
import type { Element, ElementContent, Properties } from "hast";
import { caseName } from "../../../../diagnostic/case-name.ts";
import { errorParts } from "../../../../model/error-parts.ts";
import { reasonPhrase } from "../../../../model/http-status.ts";
import { type CaseModel, type ErrorModel, mainCase, type RetiredModel } from "../../../../model/model.ts";
import { shownParts } from "../../../../template/shown-template.ts";
import type { Template } from "../../../../template/template.ts";
import { lines, seenText } from "../../../../text/document/inline-lines.ts";
import { h } from "../../../../text/html/element.ts";
import { errorText, type LocalizedTable } from "../../fragments/localized-table.ts";
import { noticeBlocks } from "../../fragments/sections.ts";
import { CLASS, DATA, type Filter } from "../centre-names.ts";
import { examples, factList, operationRow, tagRow } from "./page-facts.ts";
import { codeLink, idOf } from "./page-links.ts";
import { statusClass } from "./page-search.ts";
import { blocksNode, inEach, type Languages, label } from "./page-texts.ts";

export interface Articles {
  readonly languages: Languages;
  readonly codes: ReadonlySet<string>;
}

export function errorArticle(articles: Articles, error: ErrorModel): Element {
  const { languages } = articles;
  const { code, wireCode, statuses, group, tags, deprecated, since, audience } = error;
  const { shared, cases } = errorParts(error);
  const retries = new Set(error.cases.flatMap(({ retry }) => retry ?? []));
  const filters: Readonly<Record<Filter, readonly string[]>> = {
    status: [...new Set(statuses.flatMap((status) => [statusClass(status), String(status)]))],
    group: group === undefined ? [] : [group],
    retry: [...retries],
    tags,
  };
  const travels = String(wireCode);
  const summary = h("summary", [
    h("h3", h("code", code)),
    ...marks(languages, shared, [
      ...(travels === code ? [] : [h("code", BADGE, travels)]),
      ...(audience === "internal" ? [label(languages, "internal", "span", BADGE)] : []),
      ...(since === undefined ? [] : [h("span", BADGE, [label(languages, "since"), ` ${since}`])]),
    ]),
    ...words(languages, shared, error),
  ]);
  const notice =
    deprecated === undefined
      ? []
      : inEach(languages, "div", { className: ["notice"] }, (table) => [
          blocksNode([{ kind: "quote", blocks: noticeBlocks(table, "deprecated", deprecated) }]),
        ]);
  return h("article", { ...idProperties(code), ...dataProperties(filters) }, [
    h("details", [
      summary,
      ...notice,
      ...factList(languages, shared, error, [...tagRow(languages, tags), ...operationRow(languages, error)]),
      ...examples(languages, shared),
      ...cases.map((one) => casePart(articles, error, one)),
    ]),
  ]);
}

/** A case has an id of its own, so that links and the decoder lead to it, unless a code has the same name. */
function casePart({ languages, codes }: Articles, { code }: ErrorModel, one: CaseModel): Element {
  const name = caseName(code, one.name);
  return h("section", { ...(codes.has(name) ? {} : idProperties(name)), className: [CLASS.case] }, [
    h("header", [h("h4", codeLink(name)), ...marks(languages, one, [])]),
    ...message(languages, one),
    ...factList(languages, one, one, []),
    ...examples(languages, one),
  ]);
}

const BADGE = { className: [CLASS.badge] };

const RETRY_BADGES = { never: "noRetry", backoff: "retryLater", throttled: "retryAllowed" } as const;

/** The statuses, of which a closed article shows the numbers alone, the answer to a retry, and other badges. */
function marks(languages: Languages, { statuses, retry }: CaseModel, others: readonly Element[]): Element[] {
  const [lowest] = statuses;
  const numbers = statuses.flatMap((status, at): ElementContent[] => {
    const phrase = reasonPhrase(status);
    return [
      { type: "text", value: at === 0 ? String(status) : `, ${status}` },
      ...(phrase === undefined ? [] : [h("span", ` ${phrase}`)]),
    ];
  });
  const all = [
    ...(lowest === undefined
      ? []
      : [h("span", { className: lowest < 500 ? [CLASS.status] : [CLASS.status, "server"] }, numbers)]),
    ...(retry === undefined ? [] : [label(languages, RETRY_BADGES[retry], "span", BADGE)]),
    ...others,
  ];
  const apart = all.flatMap((one, at): ElementContent[] => (at === 0 ? [one] : [SPACE, one]));
  return all.length === 0 ? [] : [h("span", { className: [CLASS.marks] }, apart)];
}

const SPACE: ElementContent = { type: "text", value: " " };

/** A retired code has no facts that a line would hide. */
export function retiredArticle(languages: Languages, retired: RetiredModel): Element {
  const { code } = retired;
  return h("article", { ...idProperties(code), className: [CLASS.retired] }, [
    h("header", [h("h3", codeLink(code))]),
    ...inEach(languages, "div", {}, (table) => [blocksNode(noticeBlocks(table, "retired", retired))]),
  ]);
}

function idProperties(code: string): Properties {
  const id = idOf(code);
  return id === code ? { id } : { id, [DATA.code]: code };
}

/** Names of groups and tags have no blanks. */
function dataProperties(values: Readonly<Record<Filter, readonly string[]>>): Properties {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, all]) => (all.length === 0 ? [] : [[`data-${name}`, all.join(" ")]])),
  );
}

/** The message, or the first words that say what an error without a message of its own is. */
function words(languages: Languages, shared: CaseModel, error: ErrorModel): ElementContent[] {
  if (shared.template !== undefined) return message(languages, shared);
  const described = inEach(
    languages,
    "span",
    { className: [CLASS.first] },
    (table) => {
      const text = errorText(table, error, "description");
      return text && [firstWords(table, text.value)];
    },
    (table) => errorText(table, error, "description")?.language,
  );
  return described.length > 0 ? described : message(languages, mainCase(error), { className: [CLASS.first] });
}

/** A line that is too long for any window ends early. */
const FIRST_WORDS = 160;

function firstWords({ read }: LocalizedTable, markdown: string): string {
  const [line = ""] = seenText(lines(read(markdown))).split("\n");
  const cut = line.slice(0, FIRST_WORDS).replace(/\s+\S*$/, "");
  return line.length <= FIRST_WORDS ? line : `${cut.toWellFormed()}…`;
}

function message(languages: Languages, { template, texts, params }: CaseModel, properties: Properties = {}) {
  const names = params.map(({ name }) => name);
  return inEach(
    languages,
    "samp",
    properties,
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
