// The pieces that tables and sections share: headings of chapters, notices, links.
import type { LifecycleModel, LinkModel } from "../../../model/model.ts";
import { type Block, code, type Inline, text, type Words, words } from "../../../text/document/blocks.ts";
import type { Label } from "../languages/language.ts";
import type { Chapter } from "./chapters.ts";
import { type LocalizedTable, marked, prose } from "./localized-table.ts";

/** The heading of a chapter and the description of its group. */
export function chapterHead(table: LocalizedTable, { title, description }: Chapter, level: number): readonly Block[] {
  if (title === undefined) return [];
  const heading: Block = { kind: "heading", level, content: words(marked(title, [title.value])) };
  return description === undefined ? [heading] : [heading, prose(table, description)];
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
    since === undefined ? table.boldLabel(plain) : { kind: "strong", content: words(sentence(table, dated, since)) };
  return replacedBy === undefined ? [bold] : [bold, " ", ...sentence(table, "replacedBy", link(replacedBy))];
}

/** A label with a value in the place of its placeholder. */
function sentence(table: LocalizedTable, label: Label, value: string | Inline): Words {
  const inline = table.label(label);
  const [before = "", after = ""] = table.labels[label].split(/\{\w+\}/);
  const parts = [before, value, after];
  return inline.kind === "foreign" ? [{ ...inline, content: words(parts) }] : parts;
}

export function linkWords(links: readonly LinkModel[], comma: string): Words {
  return links.flatMap(({ title, url }, index): Words => {
    const link: Inline = { kind: "link", url, content: [text(title)] };
    return index === 0 ? [link] : [comma, link];
  });
}
