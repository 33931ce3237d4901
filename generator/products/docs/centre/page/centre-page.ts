// A model becomes the error centre: one page that is complete without its script, which adds search, filters and decoding.
import type { Element, ElementContent } from "hast";
import { isPlain } from "../../../../decode/decoder-table.ts";
import type { Model } from "../../../../model/model.ts";
import type { Page } from "../../../../text/document/page.ts";
import { h } from "../../../../text/html/element.ts";
import type { DocsOptions } from "../../../options.gen.ts";
import { chaptersOf } from "../../fragments/chapters.ts";
import { localizedTables, marked } from "../../fragments/localized-table.ts";
import { writeCentreData } from "../centre-data.ts";
import { CLASS, DATA, ID } from "../centre-names.ts";
import { FULL_SCRIPT, SCRIPT, STYLE } from "./centre.gen.ts";
import { centreData } from "./page-data.ts";
import { type Articles, errorArticle, retiredArticle } from "./page-entry.ts";
import { codeIndex, decodeBox, header, toolbarTemplate } from "./page-frame.ts";
import { idOf } from "./page-links.ts";
import { searchForm } from "./page-search.ts";
import { authoredInEach, inEach, inlinesNode, type Languages, label, languagesOf } from "./page-texts.ts";

export function centrePage(model: Model, options: DocsOptions): Page {
  const tables = (options.locales ?? model.locales).map(localizedTables(model, { ...options, anchors: "code" }));
  const languages = languagesOf(tables);
  const data = centreData(model, languages);
  const [{ tag, direction, title }] = data.locales;
  return {
    language: tag,
    direction,
    title,
    body: bodyOf(languages, model),
    style: STYLE + languageRules(tables.length),
    script: isPlain(data.table) ? SCRIPT : FULL_SCRIPT,
    data: writeCentreData(data),
    dataId: ID.data,
  };
}

function bodyOf(languages: Languages, model: Model): ElementContent[] {
  return [
    label(languages, "skip", "a", { className: ["skip"], href: `#${ID.errors}` }),
    header(languages, model),
    h("div", { className: ["columns"] }, [
      h("div", { className: ["side"] }, [searchForm(languages, model), ...codeIndex(languages, model)]),
      h("main", { id: ID.errors, tabIndex: -1 }, [
        decodeBox(languages, model),
        h("p", { role: "status", className: [CLASS.count, "live"] }),
        h("div", { className: [CLASS.nearest] }),
        ...chapters(languages, model),
      ]),
    ]),
    toolbarTemplate(languages),
  ];
}

/** The radio buttons of the languages show and hide texts by style alone, so that they work without the script. */
function languageRules(count: number): string {
  if (count === 1) return "";
  const hidden = (at: number) => `[${DATA.languages}]:not([${DATA.languages}~="${at}"])`;
  return Array.from({ length: count }, (_, at) => `:has(#-l${at}:checked) ${hidden(at)}{display:none}`).join("");
}

/** Each table has the same chapters, with titles in its language. */
function chapters(languages: Languages, model: Model): Element[] {
  const { tables, labels } = languages;
  const articles = articlesOf(languages, model);
  const inTables = new Map(tables.map((table) => [table, chaptersOf(table)]));
  const [own = []] = inTables.values();
  const sections = own.map((chapter, at) =>
    h("section", { className: [CLASS.chapter] }, [
      h(
        "h2",
        inEach(languages, "span", {}, (table) => {
          const title = inTables.get(table)?.[at]?.title;
          return [
            title === undefined
              ? (labels[tables.indexOf(table)]?.index ?? "")
              : inlinesNode(marked(title, [title.value])),
          ];
        }),
      ),
      ...authoredInEach(languages, { className: ["lead"] }, (table) => inTables.get(table)?.[at]?.description),
      ...chapter.errors.flatMap((error) => ["\n", errorArticle(articles, error)]),
    ]),
  );
  if (model.retired.length === 0) return sections;
  const retired = model.retired.flatMap((code) => ["\n", retiredArticle(articles, code)]);
  return [...sections, h("section", { className: [CLASS.chapter] }, [label(languages, "retired", "h2"), ...retired])];
}

/** Links in lower case lead to a code as well, unless they would be ambiguous. */
function articlesOf(languages: Languages, { errors, retired }: Model): Articles {
  const codes = new Set([...errors, ...retired].map(({ code }) => code));
  const ids = new Set([...codes].map(idOf));
  const lowerCaseIds = new Map<string, string>();
  for (const { code } of [...errors, ...retired]) {
    const id = idOf(code.toLowerCase());
    if (!ids.has(id)) lowerCaseIds.set(code, id);
    ids.add(id);
  }
  return { languages, lowerCaseIds, codes };
}
