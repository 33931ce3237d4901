// Words with their marks become the text alone: what a reader sees of them.
import type { Inline } from "./blocks.ts";
import { spread } from "./inline-lines.ts";

/** A break is a line end. */
export function seenText(content: readonly Inline[]): string {
  return spread(content).map(seen).join("");
}

function seen(inline: Inline): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return inline.text;
    case "image":
      return inline.alt;
    case "break":
      return "\n";
    case "authored":
      return seenText([inline]);
    default:
      return seenText(inline.content);
  }
}

/** Line ends and tabs are spaces to all who show a text as words. */
export function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, " ");
}
