// The model becomes the error centre: one page that is whole without its script, which adds search, filters and decoding.
import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { type Words, words } from "../../blocks.ts";
import type { DocsOptions } from "../../config/config.gen.ts";
import { decoderTable } from "../../decode/table.ts";
import { compact } from "../../model/compact.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import type { ErrorModel, Model } from "../../model/model.ts";
import type { Page } from "../../page.ts";
import { SCRIPT, STYLE } from "./centre.gen.ts";
import { errorArticle, type Names, retiredArticle } from "./centre-entry.ts";
import { type CentreLabels, centreLabelsFor, directionOf, languageName } from "./centre-labels.ts";
import { searchForm } from "./centre-search.ts";
import {
  blocksNode,
  commonDocumentation,
  idOf,
  inEach,
  isAddress,
  type Languages,
  label,
  linkTo,
  type Word,
  wordIn,
} from "./centre-texts.ts";
import { authored, authoredTexts, chaptersOf, type Edition, editionsOf, noted, shown } from "./edition.ts";

export function centrePage(model: Model, options: DocsOptions): Page {
  const editionIn = editionsOf(model);
  const editions = (options.locales ?? model.locales).map(editionIn);
  const languages: Languages = { editions, used: new Map() };
  const [first] = editions;
  const locale = first?.locale ?? model.locale;
  const body = bodyOf(languages, model, options);
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

function bodyOf(languages: Languages, model: Model, options: DocsOptions): ElementContent[] {
  const names = namesOf(model);
  return [
    h(
      "a",
      { className: ["skip"], href: "#-errors" },
      label(languages, "skip", ({ skip }) => skip),
    ),
    header(languages, model),
    h("div", { className: ["columns"] }, [
      h("div", { className: ["side"] }, [...searchForm(languages, model), ...index(languages, model, options)]),
      h("main", { id: "-errors", tabIndex: -1 }, [
        decodeBox(languages),
        h("div", { dataUi: "status", role: "status", className: ["count", "live"] }),
        h("div", { dataUi: "nearest", className: ["nearest"] }),
        ...chapters(languages, options, names),
        ...retired(languages, model, names),
      ]),
    ]),
    h("template", { dataUi: "tools" }, toolbar(languages)),
  ];
}

function titleOf(model: Model, locale: string): string {
  const title = model.texts[locale]?.title ?? model.title;
  return centreLabelsFor(locale).heading.replace("{title}", () => title);
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
    (_, at) => `:root:has(#-l${at}:checked) [data-l]:not([data-l~="${at}"]){display:none}`,
  ).join("");
}

/** What the script needs: the decoder's table, and the words for what it says itself. */
function dataOf(model: Model, { editions, used }: Languages): Json {
  const { places, errors, retired: gone } = decoderTable(model);
  const locales = editions.map((edition, index) => ({
    tag: edition.locale,
    direction: directionOf(edition.locale),
    title: titleOf(model, edition.locale),
    labels: spoken(centreLabelsFor(edition.locale)),
    // The page is written in the first.
    words: index === 0 ? {} : Object.fromEntries(Array.from(used, ([name, word]) => [name, wordIn(edition, word)])),
  }));
  return compact({
    guard: `is${model.name}Error`,
    table: { places, errors, retired: gone },
    locales,
  } as unknown as JsonObject);
}

/** What the script says itself. */
function spoken(labels: CentreLabels) {
  const { all, some, none, unknown, nearest, decoded, undecoded, sameStatus } = labels;
  const { matched, matches, ambiguous, cut, request, copied, uncopied } = labels;
  return {
    ...{ all, some, none, unknown, nearest, decoded, undecoded, sameStatus },
    ...{ matched, matches, ambiguous, cut, request, copied, uncopied },
  };
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

function header(languages: Languages, model: Model): Element {
  const { version, source } = model;
  const facts: ElementContent[] = [];
  if (version !== undefined) facts.push(h("span", [label(languages, "version", (all) => all.version), ` ${version}`]));
  const { url, retrieved } = source ?? {};
  if (url !== undefined && /^https?:/i.test(url))
    facts.push(label(languages, "source", (all) => all.source, "a", { href: url }));
  const common = commonDocumentation(languages);
  if (common !== undefined && common !== url && isAddress(common))
    facts.push(label(languages, "documentation", (all) => all.documentation, "a", { href: common }));
  if (retrieved !== undefined)
    facts.push(label(languages, "retrieved", (all) => all.retrieved.replace("{date}", () => retrieved)));
  return h("header", { className: ["top"] }, [
    h("div", [
      h(
        "h1",
        inEach(languages, "span", {}, ({ locale }) => [titleOf(model, locale)]),
      ),
      ...inEach(languages, "div", { className: ["lead"] }, (edition) => {
        const told = shown(edition, model.description, model.texts[edition.locale]?.description);
        return told && [blocksNode([authored(edition, told)])];
      }),
      ...(facts.length === 0 ? [] : [h("p", { className: ["about"] }, facts)]),
    ]),
    ...languageSwitch(languages),
  ]);
}

function languageSwitch(languages: Languages): Element[] {
  const { editions } = languages;
  if (editions.length === 1) return [];
  const names = editions.map(({ locale }) => languageName(locale));
  const choices = editions.map(({ locale }, at) => {
    const name = names[at] ?? locale;
    const shownName = names.indexOf(name) === names.lastIndexOf(name) ? name : locale;
    return h("label", { lang: locale }, [
      h("input", { type: "radio", name: "-l", id: `-l${at}`, value: locale, checked: at === 0, autoComplete: "off" }),
      h("span", shownName),
    ]);
  });
  return [
    h("fieldset", { className: ["languages"] }, [
      h(
        "legend",
        label(languages, "language", ({ language }) => language),
      ),
      ...choices,
    ]),
  ];
}

/** Seen where there is a script; the text of the page says all there is without it. */
function decodeBox(languages: Languages): Element {
  return h("section", { className: ["decode", "live"], ariaLabelledBy: "-decode" }, [
    h(
      "h2",
      { id: "-decode" },
      label(languages, "decode", ({ decode }) => decode),
    ),
    h(
      "label",
      { htmlFor: "-paste" },
      label(languages, "paste", ({ paste }) => paste),
    ),
    h("textarea", {
      id: "-paste",
      dataUi: "paste",
      rows: 3,
      spellCheck: "false",
      autoComplete: "off",
      ariaDescribedBy: "-stays",
      placeholder: '{"code": "…", "message": "…"}',
    }),
    h("div", { className: ["under"] }, [
      h(
        "p",
        { id: "-stays" },
        label(languages, "stays", ({ stays }) => stays),
      ),
      h(
        "button",
        { type: "button", dataUi: "clear", hidden: true },
        label(languages, "clear", ({ clear }) => clear),
      ),
    ]),
    h("p", { role: "status", dataUi: "decoded", className: ["verdict"] }),
    h("div", { dataUi: "candidates", className: ["candidates"] }),
  ]);
}

/** Beyond this many codes a list of them helps nobody. */
const INDEX_LIMIT = 120;

function index(languages: Languages, model: Model, options: DocsOptions): Element[] {
  const [edition] = languages.editions;
  if (edition === undefined || model.errors.length === 0 || model.errors.length > INDEX_LIMIT) return [];
  const errors = chaptersOf(edition, options.order).flatMap((chapter) => chapter.errors);
  const items = errors.map(({ code, status }) =>
    h("li", h("a", { href: linkTo(code) }, [h("code", code), " ", h("span", String(status))])),
  );
  return [
    h("nav", { className: ["index"], ariaLabelledBy: "-index" }, [
      h(
        "h2",
        { id: "-index" },
        label(languages, "index", ({ index }) => index),
      ),
      h("ul", items),
    ]),
  ];
}

/** The chapters of every edition are the same but for their words. */
function chapters(languages: Languages, options: DocsOptions, names: Names): Element[] {
  const all = languages.editions.map((edition) => chaptersOf(edition, options.order));
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
      ...inEach(languages, "div", { className: ["lead"] }, (edition) => {
        const told = inEdition(edition, at)?.description;
        return told && [blocksNode([authored(edition, told)])];
      }),
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
      h(
        "h2",
        label(languages, "retired", ({ retired }) => retired),
      ),
      ...model.retired.flatMap((one) => ["\n", retiredArticle(languages, one, names)]),
    ]),
  ];
}

function toolbar(languages: Languages): Element {
  const button = (name: string, word: Word): Element =>
    label(languages, `copy-${name}`, word, "button", { type: "button", dataCopy: name });
  return h("div", { className: ["tools"] }, [
    button("link", ({ copyLink }) => copyLink),
    button("code", ({ copyCode }) => copyCode),
    button("example", ({ copyExample }) => copyExample),
    button("guard", ({ copyGuard }) => copyGuard),
  ]);
}
