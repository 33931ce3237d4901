// Pieces that the table and the sections share.
import { type Block, type Inline, text } from "../../blocks.ts";
import type { LifecycleModel, LinkModel } from "../../model/model.ts";
import { authored, type Chapter, type Edition, noted } from "./edition.ts";

/** The heading of a group and what its errors have in common. */
export function chapterHead(edition: Edition, { title, description }: Chapter, level: number): readonly Block[] {
  if (title === undefined) return [];
  const heading: Block = { kind: "heading", level, content: noted(title, text(title.value)) };
  return description === undefined ? [heading] : [heading, authored(edition, description)];
}

/** "Deprecated since 1.2.0. Use `Other` instead." */
export function deprecation(
  { labels }: Edition,
  lifecycle: LifecycleModel,
  target: (code: string) => Inline,
): readonly Inline[] {
  const { since, replacedBy } = lifecycle;
  const notice = since === undefined ? labels.deprecated : labels.deprecatedSince.replace("{since}", () => since);
  const strong: Inline = { kind: "strong", content: [text(notice)] };
  if (replacedBy === undefined) return [strong];
  const [before = "", after = ""] = labels.replacedBy.split("{code}");
  return [strong, text(` ${before}`), target(replacedBy), text(after)];
}

export function linkInlines(links: readonly LinkModel[], comma: string): readonly Inline[] {
  return links.flatMap(({ title, url }, index): readonly Inline[] => {
    const link: Inline = { kind: "link", url, content: [text(title)] };
    return index === 0 ? [link] : [text(comma), link];
  });
}
