// Pieces that the table and the sections share.

import type { LifecycleModel, LinkModel } from "../../../model/model.ts";
import { type Block, code, type Inline, text, type Words, words } from "../../../text/blocks.ts";
import type { Label } from "../languages/language.ts";
import type { Chapter } from "./chapters.ts";
import { authored, type Edition, noted } from "./localized-table.ts";

/** The heading of a chapter and what its errors have in common. */
export function chapterHead(edition: Edition, { title, description }: Chapter, level: number): readonly Block[] {
  if (title === undefined) return [];
  const heading: Block = { kind: "heading", level, content: words(noted(title, [title.value])) };
  return description === undefined ? [heading] : [heading, authored(edition, description)];
}

/** The labels of what is on its way out, and of what is gone. */
const NOTICES = {
  deprecated: ["deprecated", "deprecatedSince"],
  retired: ["retiredNotice", "retiredSince"],
} as const satisfies Readonly<Record<string, readonly [Label, Label]>>;

/** "Deprecated since 1.2.0. Use `Other` instead." */
export function lifecycle(
  edition: Edition,
  kind: keyof typeof NOTICES,
  { since, replacedBy }: LifecycleModel,
  target: (code: string) => Inline = code,
): Words {
  const [plain, dated] = NOTICES[kind];
  const notice: Inline =
    since === undefined ? edition.bold(plain) : { kind: "strong", content: words(sentence(edition, dated, since)) };
  return replacedBy === undefined ? [notice] : [notice, " ", ...sentence(edition, "replacedBy", target(replacedBy))];
}

/** A label in which something takes the place of its name in braces. */
function sentence(edition: Edition, label: Label, value: string | Inline): Words {
  const said = edition.say(label);
  const [before = "", after = ""] = edition.labels[label].split(/\{\w+\}/);
  const parts = [before, value, after];
  return said.kind === "foreign" ? [{ ...said, content: words(parts) }] : parts;
}

export function linkWords(links: readonly LinkModel[], comma: string): Words {
  const parts: (string | Inline)[] = [];
  for (const { title, url } of links) {
    if (parts.length > 0) parts.push(comma);
    parts.push({ kind: "link", url, content: [text(title)] });
  }
  return parts;
}
