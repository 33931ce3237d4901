// The parts of the page around its errors: the header, the choice of a language, the field for pasted texts, the list of codes.
import type { Element, ElementContent } from "hast";
import { bodyOf, responseBody } from "../../../../model/examples.ts";
import { isXmlType } from "../../../../model/media-type.ts";
import type { Model } from "../../../../model/model.ts";
import { h } from "../../../../text/html/element.ts";
import { objectOf } from "../../../../text/json/value.ts";
import { xmlText } from "../../../../text/xml-text.ts";
import { chaptersOf } from "../../fragments/chapters.ts";
import { localized, marked } from "../../fragments/localized-table.ts";
import { listNote } from "../../fragments/sections.ts";
import { languageName } from "../../languages/index.ts";
import { CLASS, type Copy, DATA, ID } from "../centre-names.ts";
import { codeLink, isSafeUrl } from "./page-links.ts";
import {
  authoredInEach,
  blocksNode,
  inEach,
  inlinesNode,
  type Languages,
  label,
  type PageLabel,
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
      h("input", { type: "radio", name: "-l", id: `-l${at}`, value: locale, checked: at === 0, autoComplete: "off" }),
      isUnique ? name : locale,
    ]);
  });
  return [h("fieldset", { className: [CLASS.languages] }, [label(languages, "language", "legend"), ...choices])];
}

/** Hidden without the script, which does the decoding. */
export function decodeBox(languages: Languages, { body, errors }: Model): Element {
  const code = body.code.type === "integer" ? (errors[0]?.wireCode ?? 0) : `${body.code.prefix}…`;
  const error = bodyOf(code, "…", {}, body);
  const example = responseBody(error, body) ?? error;
  const xml = isXmlType(body.mediaType) ? xmlText(objectOf(example))?.trim() : undefined;
  return h("section", { className: ["decode", "live"], ariaLabelledBy: "-decode" }, [
    label(languages, "decode", "h2", { id: "-decode" }),
    label(languages, "paste", "label", { htmlFor: [ID.paste] }),
    h("textarea", {
      id: ID.paste,
      spellCheck: "false",
      ariaDescribedBy: ["-stays"],
      placeholder: xml ?? JSON.stringify(example),
    }),
    h("div", { className: ["under"] }, [
      label(languages, "stays", "p", { id: "-stays" }),
      label(languages, "clear", "button", { className: [CLASS.clear], hidden: true }),
    ]),
    h("p", { role: "status", className: [CLASS.verdict] }),
    h("div", { className: [CLASS.candidates] }),
  ]);
}

/** A longer list of codes is of no use beside a search. */
const INDEX_LIMIT = 120;

export function codeIndex(languages: Languages, { errors }: Model): Element[] {
  const [table] = languages.tables;
  if (table === undefined || errors.length === 0 || errors.length > INDEX_LIMIT) return [];
  const ordered = chaptersOf(table).flatMap((chapter) => chapter.errors);
  return [
    h("nav", { className: [CLASS.index], ariaLabelledBy: "-index" }, [
      label(languages, "index", "h2", { id: "-index" }),
      h(
        "ul",
        ordered.map(({ code, statuses: [first, ...others] }) =>
          h("li", codeLink(code, others.length === 0 ? first : `${first}…`)),
        ),
      ),
    ]),
  ];
}

/** The script adds a copy of these buttons to each article. */
export function toolbarTemplate(languages: Languages): Element {
  const button = (copy: Copy, name: PageLabel) => label(languages, name, "button", { [DATA.copy]: copy });
  return h("template", [
    h("div", { className: ["tools"] }, [
      button("link", "copyLink"),
      button("code", "copyCode"),
      button("example", "copyExample"),
      button("guard", "copyGuard"),
    ]),
  ]);
}
