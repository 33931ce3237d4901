// What stands around the errors of the centre: its head, the choice of a language, the box to paste into, the list of codes.
import type { Element, ElementContent } from "hast";
import type { Model } from "../../model/model.ts";
import { h } from "../../page.ts";
import { titleOf } from "./centre-data.ts";
import { languageName } from "./centre-labels.ts";
import { blocksNode, inEach, isAddress, type Languages, label, linkTo, type Word } from "./centre-texts.ts";
import { chaptersOf } from "./chapters.ts";
import { authored, shown } from "./edition.ts";

export function header(languages: Languages, model: Model): Element {
  const { version, source } = model;
  const facts: ElementContent[] = [];
  if (version !== undefined) facts.push(h("span", [label(languages, "version", (all) => all.version), ` ${version}`]));
  const { url, retrieved } = source ?? {};
  if (url !== undefined && /^https?:/i.test(url))
    facts.push(label(languages, "source", (all) => all.source, "a", { href: url }));
  const common = languages.documentation;
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
export function decodeBox(languages: Languages): Element {
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

export function index(languages: Languages, model: Model): Element[] {
  const [edition] = languages.editions;
  if (edition === undefined || model.errors.length === 0 || model.errors.length > INDEX_LIMIT) return [];
  const errors = chaptersOf(edition).flatMap((chapter) => chapter.errors);
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

export function toolbar(languages: Languages): Element {
  const button = (name: string, word: Word): Element =>
    label(languages, `copy-${name}`, word, "button", { type: "button", dataCopy: name });
  return h("div", { className: ["tools"] }, [
    button("link", ({ copyLink }) => copyLink),
    button("code", ({ copyCode }) => copyCode),
    button("example", ({ copyExample }) => copyExample),
    button("guard", ({ copyGuard }) => copyGuard),
  ]);
}
