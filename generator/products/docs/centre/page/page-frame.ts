// The parts of the page around its errors: the header, the choice of a language, the field for pasted texts, the list of chapters.
import type { Element, ElementContent } from "hast";
import { bodyOf, responseBody } from "../../../../model/examples.ts";
import { isXmlType } from "../../../../model/media-type.ts";
import type { Model } from "../../../../model/model.ts";
import { h } from "../../../../text/html/element.ts";
import { objectOf } from "../../../../text/json/value.ts";
import { xmlText } from "../../../../text/xml-text.ts";
import { type Chapter, chaptersOf } from "../../fragments/chapters.ts";
import { localized, marked } from "../../fragments/localized-table.ts";
import { listNote } from "../../fragments/sections.ts";
import { languageName } from "../../languages/index.ts";
import { CLASS, ID } from "../centre-names.ts";
import { chapterId, isSafeUrl } from "./page-links.ts";
import {
  authoredInEach,
  blocksNode,
  inEach,
  inlinesNode,
  type Languages,
  label,
  type PageLabels,
} from "./page-texts.ts";

export function header(languages: Languages, model: Model): Element {
  const { version, source, description, texts } = model;
  const { url } = source ?? {};
  const { documentation } = languages;
  const isOther = documentation !== undefined && documentation !== url && isSafeUrl(documentation);
  const facts: Element[] = [
    ...(version === undefined ? [] : [h("span", [label(languages, "version"), ` ${version}`])]),
    ...(url !== undefined && /^https?:/i.test(url) ? [label(languages, "source", "a", { href: url })] : []),
    ...(isOther ? [label(languages, "documentation", "a", { href: documentation })] : []),
    ...(source?.retrieved === undefined ? [] : [label(languages, "retrieved")]),
  ];
  return h("header", { className: ["top"] }, [
    h("div", [
      h("h1", heading(languages)),
      ...authoredInEach(languages, { className: ["lead"] }, (table) =>
        localized(table, description, texts[table.locale]?.description),
      ),
      ...(facts.length === 0 ? [] : [h("p", { className: ["about"] }, facts)]),
      ...inEach(languages, "div", { className: ["lead"] }, (table) => {
        const note = listNote(table);
        return note.length === 0 ? undefined : [blocksNode(note)];
      }),
    ]),
    ...languageSwitch(languages),
  ]);
}

/** A title that is not translated is marked within the words around it. */
function heading(languages: Languages): ElementContent[] {
  return inEach(languages, "span", {}, (table) => {
    const { model, locale } = table;
    const title = localized(table, model.title, model.texts[locale]?.title) ?? { value: model.title };
    const labels = languages.labels[languages.tables.indexOf(table)];
    const [before = "", after = ""] = labels?.heading.split("{title}") ?? [];
    return [inlinesNode([before, ...marked(title, [title.value]), after])];
  });
}

function languageSwitch(languages: Languages): Element[] {
  const { tables } = languages;
  if (tables.length === 1) return [];
  const names = tables.map(({ locale }) => languageName(locale));
  const choices = tables.map(({ locale }, at) => {
    const name = names[at] ?? locale;
    const isUnique = names.indexOf(name) === names.lastIndexOf(name);
    return h("label", { lang: locale }, [
      h("input", { type: "radio", name: "-l", id: `-l${at}`, value: locale, checked: at === 0 }),
      isUnique ? name : locale,
    ]);
  });
  return [h("fieldset", { className: [CLASS.languages] }, [label(languages, "language", "legend"), ...choices])];
}

/** Hidden without the script, which does the decoding. */
export function decodeBox(languages: Languages, model: Model): Element {
  return h("details", { className: [CLASS.decode, "live"] }, [
    h("summary", label(languages, "decode", "h2")),
    label(languages, "paste", "label", { htmlFor: [ID.paste] }),
    h("textarea", {
      id: ID.paste,
      spellCheck: "false",
      ariaDescribedBy: ["-stays"],
      placeholder: placeholderOf(model),
    }),
    h("div", { className: ["under"] }, [
      label(languages, "stays", "p", { id: "-stays" }),
      label(languages, "clear", "button", { className: [CLASS.clear], hidden: true }),
    ]),
  ]);
}

/** The form of the table's own bodies, without the code of an error, but where codes are integers. */
function placeholderOf({ body, errors }: Model): string {
  const code = body.code.type !== "string" ? (errors[0]?.wireCode ?? 0) : `${body.code.prefix}…`;
  const error = bodyOf(code, "…", {}, body);
  const example = responseBody(error, body) ?? error;
  const xml = isXmlType(body.mediaType) ? xmlText(objectOf(example))?.trim() : undefined;
  return xml ?? JSON.stringify(example);
}

/** The place of the errors that the script decoded. */
export function decodedPart(): Element[] {
  return [
    h("p", { role: "status", className: [CLASS.verdict, "live"] }),
    h("div", { className: [CLASS.candidates, "live"] }),
  ];
}

/** The chapters, for readers without the filters. */
export function chapterIndex(languages: Languages): Element[] {
  const { tables, labels } = languages;
  const [table] = tables;
  const chapters = table === undefined ? [] : chaptersOf(table);
  if (chapters.length < 2) return [];
  const titles = new Map(tables.map((one) => [one, chaptersOf(one)]));
  const items = chapters.flatMap(({ key }, at) => [
    LINE_END,
    h("li", [
      h(
        "a",
        { href: `#${encodeURIComponent(chapterId(key))}` },
        inEach(languages, "span", {}, (one) => chapterTitle(titles.get(one)?.[at], labels[tables.indexOf(one)])),
      ),
    ]),
  ]);
  return [
    h("nav", { className: [CLASS.index], ariaLabelledBy: "-index" }, [
      label(languages, "index", "h2", { id: "-index" }),
      h("ul", items),
    ]),
  ];
}

const LINE_END: ElementContent = { type: "text", value: "\n" };

/** The title of a chapter in one of the languages. */
export function chapterTitle(chapter: Chapter | undefined, labels: PageLabels | undefined): ElementContent[] {
  const title = chapter?.title;
  return title === undefined
    ? [{ type: "text", value: labels?.index ?? "" }]
    : [inlinesNode(marked(title, [title.value]))];
}
