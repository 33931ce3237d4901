// A model becomes the error centre: one page that is complete without its script, which adds search, filters and decoding.
import type { Element, ElementContent } from "hast";
import { type DecoderTable, hasPlainForm, hasPlainMessages } from "../../../../decode/decoder-table.ts";
import type { Model } from "../../../../model/model.ts";
import type { Page } from "../../../../text/document/page.ts";
import { h } from "../../../../text/html/element.ts";
import type { DocsOptions } from "../../../options.gen.ts";
import { chaptersOf } from "../../fragments/chapters.ts";
import { localizedTables } from "../../fragments/localized-table.ts";
import type { CentreLocale } from "../centre-data.ts";
import { CLASS, DATA, ID } from "../centre-names.ts";
import { FORMS_SCRIPT, FULL_SCRIPT, SCRIPT, STYLE } from "./centre.gen.ts";
import { centreData } from "./page-data.ts";
import { errorArticle, retiredArticle } from "./page-entry.ts";
import { chapterIndex, chapterTitle, decodeBox, decodedPart, header } from "./page-frame.ts";
import { chapterId } from "./page-links.ts";
import { inRows } from "./page-rows.ts";
import { filterForm, searchForm } from "./page-search.ts";
import { authoredInEach, inEach, type Languages, label, languagesOf } from "./page-texts.ts";
import { toolsTemplate } from "./page-tools.ts";

export function centrePage(model: Model, options: DocsOptions): Page {
  const tables = (options.locales ?? model.locales).map(localizedTables(model, { ...options, anchors: "code" }));
  const languages = languagesOf(tables);
  const body = bodyOf(languages, model);
  const data = centreData(model, languages, body);
  const [{ tag, direction, title }] = data.locales;
  return {
    language: tag,
    direction,
    title,
    body,
    style: STYLE + languageRules(tables.length) + directionRules(data.locales),
    script: scriptFor(data.table),
    data,
    dataId: ID.data,
  };
}

/** The shortest script that can decode for the table. */
function scriptFor(table: DecoderTable): string {
  if (!hasPlainMessages(table)) return FULL_SCRIPT;
  return hasPlainForm(table) ? SCRIPT : FORMS_SCRIPT;
}

function bodyOf(languages: Languages, model: Model): ElementContent[] {
  return [
    label(languages, "skip", "a", { className: ["skip"], href: `#${ID.errors}` }),
    header(languages, model),
    h("div", { className: ["columns"] }, [
      h("aside", { className: ["side"] }, [
        searchForm(languages),
        decodeBox(languages, model),
        filterForm(languages, model),
        ...chapterIndex(languages),
      ]),
      h("main", { id: ID.errors, tabIndex: -1 }, [
        ...decodedPart(),
        h("p", { role: "status", className: [CLASS.count, "live"] }),
        h("div", { className: [CLASS.nearest] }),
        ...chapters(languages, model),
      ]),
    ]),
    toolsTemplate(languages, model),
  ];
}

/**
 * The radio buttons of the languages show and hide texts by style alone, so that they work without the script. A browser looks
 * for the buttons in the header, and not in all errors whenever some come near the window.
 */
function languageRules(count: number): string {
  if (count === 1) return "";
  const hidden = (at: number) => `[${DATA.languages}]:not([${DATA.languages}~="${at}"])`;
  return Array.from({ length: count }, (_, at) => `.top:has(#-l${at}:checked){&,~*{${hidden(at)}{display:none}}}`).join(
    "",
  );
}

/**
 * Where a language of the page runs from right to left, each text has the direction of its own words, so that an English status
 * keeps its order, and signs that point follow the page.
 */
function directionRules(locales: readonly CentreLocale[]): string {
  if (locales.every(({ direction }) => direction === "ltr")) return "";
  const rules = [
    "*:not(summary){unicode-bidi:plaintext}",
    "textarea{direction:ltr}",
    '[dir=rtl]{text-align:right;:target{box-shadow:.25rem 0 var(--link)}article{>details>:not(summary),>div{margin-inline:1.75rem 0}>:not([open])>summary::before{content:"◂"/""}}}',
  ];
  return rules.join("");
}

/** Each table has the same chapters, with titles in its language. */
function chapters(languages: Languages, model: Model): Element[] {
  const { tables, labels } = languages;
  const codes = new Set([...model.errors, ...model.retired].map(({ code }) => code));
  const inTables = new Map(tables.map((table) => [table, chaptersOf(table)]));
  const [own = []] = inTables.values();
  const sections = own.map((chapter, at) =>
    h("section", { id: chapterId(chapter.key), className: [CLASS.chapter] }, [
      h(
        "h2",
        inEach(languages, "span", {}, (table) =>
          chapterTitle(inTables.get(table)?.[at], labels[tables.indexOf(table)]),
        ),
      ),
      ...authoredInEach(languages, { className: ["lead"] }, (table) => inTables.get(table)?.[at]?.description),
      ...inRows(chapter.errors, (error) => errorArticle({ languages, codes }, error)),
    ]),
  );
  if (model.retired.length === 0) return sections;
  const retired = inRows(model.retired, (code) => retiredArticle(languages, code));
  return [...sections, h("section", { className: [CLASS.chapter] }, [label(languages, "retired", "h2"), ...retired])];
}
