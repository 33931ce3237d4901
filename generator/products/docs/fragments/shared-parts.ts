// The pieces that tables and sections share: headings of chapters, notices, links.
import { isXmlType } from "../../../model/media-type.ts";
import type { LifecycleModel, LinkModel, Model } from "../../../model/model.ts";
import { type Block, code, type Inline, text, type Words, words } from "../../../text/document/blocks.ts";
import { type Json, objectOf } from "../../../text/json/value.ts";
import { xmlText } from "../../../text/xml-text.ts";
import type { Label } from "../languages/language.ts";
import type { Chapter } from "./chapters.ts";
import { classTitle, type LocalizedTable, marked, prose } from "./localized-table.ts";

/** The heading of a chapter and the description of its group. */
export function chapterHead(table: LocalizedTable, { title, description }: Chapter, level: number): readonly Block[] {
  if (title === undefined) return [];
  const heading: Block = { kind: "heading", level, content: words(marked(title, [title.value])) };
  return description === undefined ? [heading] : [heading, prose(table, description)];
}

/** A heading that links lead to, unless there are no anchors. */
export function anchoredHeading(
  { anchors, options }: LocalizedTable,
  key: string,
  title: Inline,
  level: number,
): Block {
  const anchor = anchors.get(key);
  const heading = { kind: "heading", level: Math.min(6, level), content: [title] } as const;
  return anchor === undefined ? heading : { ...heading, anchor, anchorInHeading: options.anchorsInHeadings ?? false };
}

/** A body as it travels: in XML where the table says so. */
export function bodyBlock(value: Json, model: Model | undefined): Block {
  const text = isXmlType(model?.body.mediaType ?? "") ? xmlText(objectOf(value)) : undefined;
  return text === undefined ? { kind: "json", value } : { kind: "code", syntax: "xml", text: text.trimEnd() };
}

/** The labels of a notice, without and with a version. */
const NOTICES = {
  deprecated: ["deprecated", "deprecatedSince"],
  retired: ["retiredNotice", "retiredSince"],
} as const satisfies Readonly<Record<string, readonly [Label, Label]>>;

export type Notice = keyof typeof NOTICES;

/** "Deprecated since 1.2.0. Use `Other` instead." */
export function noticeWords(
  table: LocalizedTable,
  notice: Notice,
  { since, replacedBy }: LifecycleModel,
  link: (code: string) => Inline = code,
): Words {
  const [plain, dated] = NOTICES[notice];
  const bold: Inline =
    since === undefined
      ? table.boldLabel(plain)
      : { kind: "strong", content: words(sentenceWith(table, dated, since)) };
  return replacedBy === undefined ? [bold] : [bold, " ", ...sentenceWith(table, "replacedBy", link(replacedBy))];
}

/** A label with a value in the place of its placeholder. */
export function sentenceWith(table: LocalizedTable, label: Label, value: string | Inline): Words {
  const inline = table.label(label);
  const [before = "", after = ""] = table.labels[label].split(/\{\w+\}/);
  const parts = [before, value, after];
  return inline.kind === "foreign" ? [{ ...inline, content: words(parts) }] : parts;
}

/** The address of a section of the page; undefined where there are no anchors. */
export function anchorUrl({ anchors }: LocalizedTable, key: string): string | undefined {
  const anchor = anchors.get(key);
  return anchor === undefined ? undefined : `#${encodeURIComponent(anchor)}`;
}

export function linkedCode(name: string, url: string | undefined, mayLeadOut = false): Inline {
  return url === undefined ? code(name) : { kind: "link", url, content: [code(name)], mayLeadOut };
}

export function linkWords(links: readonly LinkModel[], comma: string): Words {
  return joinedWords(
    links.map(({ title, url }): Words => [{ kind: "link", url, content: [text(title)] }]),
    comma,
  );
}

export function joinedWords(parts: readonly Words[], comma: string): Words {
  return parts.flatMap((part, index) => (index === 0 ? part : [comma, ...part]));
}

export function tagWords(table: LocalizedTable, tags: readonly string[]): Words {
  const titles = tags.map((tag): Words => {
    const title = classTitle(table, "tags", tag);
    return marked(title, [title.value]);
  });
  return joinedWords(titles, table.labels.comma);
}
