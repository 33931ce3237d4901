// What stands around the errors of the centre: its head, the choice of a language, the box to paste into, the list of codes.
import type { Element, ElementContent } from "hast";
import type { Model } from "../../../../model/model.ts";
import { words } from "../../../../text/blocks.ts";
import { h } from "../../../../text/html/element.ts";
import { chaptersOf } from "../../fragments/chapters.ts";
import { type Edition, noted, shown } from "../../fragments/localized-table.ts";
import { centreLabelsFor, languageName } from "../../languages/index.ts";
import { authoredIn, inEach, isAddress, type Languages, label, linkTo, type Word } from "./page-texts.ts";

export function header(languages: Languages, model: Model): Element {
  const { version, source } = model;
  const facts: ElementContent[] = [];
  if (version !== undefined) facts.push(h("span", [label(languages, (all) => all.version), ` ${version}`]));
  const { url, retrieved } = source ?? {};
  if (url !== undefined && /^https?:/i.test(url)) facts.push(label(languages, (all) => all.source, "a", { href: url }));
  const common = languages.documentation;
  if (common !== undefined && common !== url && isAddress(common))
    facts.push(label(languages, (all) => all.documentation, "a", { href: common }));
  if (retrieved !== undefined) facts.push(label(languages, (all) => all.retrieved.replace("{date}", () => retrieved)));
  return h("header", { className: ["top"] }, [
    h("div", [
      h(
        "h1",
        inEach(languages, "span", {}, (edition) => [titleIn(edition)]),
      ),
      ...authoredIn(languages, { className: ["lead"] }, (edition) =>
        shown(edition, model.description, model.texts[edition.locale]?.description),
      ),
      ...(facts.length === 0 ? [] : [h("p", { className: ["about"] }, facts)]),
    ]),
    ...languageSwitch(languages),
  ]);
}

/** A title without a translation is marked within the words around it. */
function titleIn(edition: Edition): ElementContent {
  const { model, locale } = edition;
  const title = shown(edition, model.title, model.texts[locale]?.title) ?? { value: model.title };
  const [before = "", after = ""] = centreLabelsFor(locale).heading.split("{title}");
  return { type: "inlines", inlines: words([before, ...noted(title, [title.value]), after]) };
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
      shownName,
    ]);
  });
  return [
    h("fieldset", { className: ["languages"] }, [label(languages, ({ language }) => language, "legend"), ...choices]),
  ];
}

/** Seen where there is a script; the text of the page says all there is without it. */
export function decodeBox(languages: Languages): Element {
  return h("section", { className: ["decode", "live"], ariaLabelledBy: "-decode" }, [
    label(languages, ({ decode }) => decode, "h2", { id: "-decode" }),
    label(languages, ({ paste }) => paste, "label", { htmlFor: ["-paste"] }),
    h("textarea", {
      id: "-paste",
      spellCheck: "false",
      ariaDescribedBy: ["-stays"],
      placeholder: '{"code": "…", "message": "…"}',
    }),
    h("div", { className: ["under"] }, [
      label(languages, ({ stays }) => stays, "p", { id: "-stays" }),
      label(languages, ({ clear }) => clear, "button", { hidden: true }),
    ]),
    h("p", { role: "status", className: ["verdict"] }),
    h("div", { className: ["candidates"] }),
  ]);
}

/** Beyond this many codes a list of them helps nobody. */
const INDEX_LIMIT = 120;

export function index(languages: Languages, model: Model): Element[] {
  const [edition] = languages.editions;
  if (edition === undefined || model.errors.length === 0 || model.errors.length > INDEX_LIMIT) return [];
  const errors = chaptersOf(edition).flatMap((chapter) => chapter.errors);
  const items = errors.map(({ code, status }) =>
    h("li", h("a", { href: linkTo(code) }, [h("code", code), ` ${status}`])),
  );
  return [
    h("nav", { className: ["index"], ariaLabelledBy: "-index" }, [
      label(languages, ({ index }) => index, "h2", { id: "-index" }),
      h("ul", items),
    ]),
  ];
}

export function toolbar(languages: Languages): Element {
  const button = (name: string, word: Word): Element => label(languages, word, "button", { dataCopy: name });
  return h("div", { className: ["tools"] }, [
    button("link", ({ copyLink }) => copyLink),
    button("code", ({ copyCode }) => copyCode),
    button("example", ({ copyExample }) => copyExample),
    button("guard", ({ copyGuard }) => copyGuard),
  ]);
}
