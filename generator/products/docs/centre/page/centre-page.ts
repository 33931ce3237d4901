// The model becomes the error centre: one page that is whole without its script, which adds search, filters and decoding.
import type { Element, ElementContent } from "hast";
import type { ErrorModel, Model } from "../../../../model/model.ts";
import { type Words, words } from "../../../../text/blocks.ts";
import { h } from "../../../../text/html/element.ts";
import type { Page } from "../../../../text/page.ts";
import type { DocsOptions } from "../../../options.gen.ts";
import { chaptersOf } from "../../fragments/chapters.ts";
import { authoredTexts, type Edition, editionsOf, noted } from "../../fragments/localized-table.ts";
import { centreLabelsFor, directionOf } from "../../languages/index.ts";
import { SCRIPT, STYLE } from "./centre.gen.ts";
import { dataOf, titleOf } from "./page-data.ts";
import { errorArticle, type Names, retiredArticle } from "./page-entry.ts";
import { decodeBox, header, index, toolbar } from "./page-frame.ts";
import { searchForm } from "./page-search.ts";
import { authoredIn, idOf, inEach, type Languages, label, languagesOf } from "./page-texts.ts";

export function centrePage(model: Model, options: DocsOptions): Page {
  const editionIn = editionsOf(model, { ...options, anchors: "code" });
  const editions = (options.locales ?? model.locales).map(editionIn);
  const languages = languagesOf(editions);
  const [first] = editions;
  const locale = first?.locale ?? model.locale;
  const body = bodyOf(languages, model);
  return {
    language: locale,
    direction: directionOf(locale),
    title: titleOf(model, locale),
    body,
    authored: authoredOf(model, editions),
    style: STYLE + localeRules(editions.length),
    script: SCRIPT,
    data: dataOf(model, languages),
  };
}

function bodyOf(languages: Languages, model: Model): ElementContent[] {
  const names = namesOf(model);
  return [
    label(languages, ({ skip }) => skip, "a", { className: ["skip"], href: "#-errors" }),
    header(languages, model),
    h("div", { className: ["columns"] }, [
      h("div", { className: ["side"] }, [...searchForm(languages, model), ...index(languages, model)]),
      h("main", { id: "-errors", tabIndex: -1 }, [
        decodeBox(languages),
        h("p", { role: "status", className: ["count", "live"] }),
        h("div", { className: ["nearest"] }),
        ...chapters(languages, names),
        ...retired(languages, model, names),
      ]),
    ]),
    h("template", toolbar(languages)),
  ];
}

function* authoredOf(model: Model, editions: readonly Edition[]) {
  for (const edition of editions) {
    yield* authoredTexts(edition);
    for (const text of [
      model.description,
      model.texts[edition.locale]?.description,
      ...model.retired.map(({ reason }) => reason),
    ])
      if (text !== undefined) yield edition.author(text);
  }
}

/** Which texts are shown is said by the chosen language alone, so that it can be chosen without a script. */
function localeRules(count: number): string {
  if (count === 1) return "";
  return Array.from(
    { length: count },
    (_, at) => `:has(#-l${at}:checked) [data-l]:not([data-l~="${at}"]){display:none}`,
  ).join("");
}

function namesOf({ errors, retired: gone }: Model): Names {
  const codes = new Set(errors.map(({ code }) => code));
  const taken = new Set([...codes, ...gone.map(({ code }) => code)].map(idOf));
  return {
    codes,
    aliasOf(code) {
      const alias = idOf(code.toLowerCase());
      if (taken.has(alias)) return undefined;
      taken.add(alias);
      return alias;
    },
  };
}

/** The chapters of every edition are the same but for their words. */
function chapters(languages: Languages, names: Names): Element[] {
  const all = languages.editions.map((edition) => chaptersOf(edition));
  const [own = []] = all;
  const inEdition = (edition: Edition, at: number) => all[languages.editions.indexOf(edition)]?.[at];
  return own.map((chapter, at) =>
    h("section", { className: ["chapter"] }, [
      h(
        "h2",
        inEach(languages, "span", {}, (edition) => {
          const title = inEdition(edition, at)?.title;
          return title === undefined ? [headingOf(edition)] : [inline(noted(title, [title.value]))];
        }),
      ),
      ...authoredIn(languages, { className: ["lead"] }, (edition) => inEdition(edition, at)?.description),
      ...chapter.errors.flatMap((error: ErrorModel) => ["\n", errorArticle(languages, error, names)]),
    ]),
  );
}

function headingOf({ locale }: Edition): string {
  return centreLabelsFor(locale).index;
}

function inline(parts: Words): ElementContent {
  return { type: "inlines", inlines: words(parts) };
}

function retired(languages: Languages, model: Model, names: Names): Element[] {
  if (model.retired.length === 0) return [];
  return [
    h("section", { className: ["chapter"] }, [
      label(languages, (all) => all.retired, "h2"),
      ...model.retired.flatMap((one) => ["\n", retiredArticle(languages, one, names)]),
    ]),
  ];
}
