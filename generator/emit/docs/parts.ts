// Pieces that the table and the sections share.
import { type Block, bold, type Inline, text, type Words, words } from "../../blocks.ts";
import type { LifecycleModel, LinkModel } from "../../model/model.ts";
import { authored, type Chapter, type Edition, noted } from "./edition.ts";

/** The heading of a group and what its errors have in common. */
export function chapterHead(edition: Edition, { title, description }: Chapter, level: number): readonly Block[] {
  if (title === undefined) return [];
  const heading: Block = { kind: "heading", level, content: words(noted(title, [title.value])) };
  return description === undefined ? [heading] : [heading, authored(edition, description)];
}

/** "Deprecated since 1.2.0. Use `Other` instead." */
export function deprecation(
  { labels }: Edition,
  { since, replacedBy }: LifecycleModel,
  target: (code: string) => Inline,
): Words {
  const notice = bold(since === undefined ? labels.deprecated : labels.deprecatedSince.replace("{since}", () => since));
  if (replacedBy === undefined) return [notice];
  const [before = "", after = ""] = labels.replacedBy.split("{code}");
  return [notice, ` ${before}`, target(replacedBy), after];
}

export function linkWords(links: readonly LinkModel[], comma: string): Words {
  const parts: (string | Inline)[] = [];
  for (const { title, url } of links) {
    if (parts.length > 0) parts.push(comma);
    parts.push({ kind: "link", url, content: [text(title)] });
  }
  return parts;
}
