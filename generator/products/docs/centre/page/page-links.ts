// Codes and addresses become ids and links of the page.
import type { Element } from "hast";
import { h } from "../../../../text/html/element.ts";

/** The id of a code's article: the code itself, unless an id cannot have its characters or begins with the page's own hyphen. */
export function idOf(code: string): string {
  return /^[^\s\p{C}%-][^\s\p{C}%]*$/u.test(code) ? code : encodeURIComponent(code.toWellFormed()).replace(/^-/, "%2D");
}

/** The id of a chapter, which begins as the page's own ids do. */
export function chapterId(key: string): string {
  return `-in-${encodeURIComponent(key.toWellFormed())}`;
}

export function codeLink(code: string): Element {
  return h("a", { href: `#${encodeURIComponent(idOf(code))}` }, h("code", code));
}

/** Other schemes may run scripts or start programs. */
export function isSafeUrl(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(url);
}

export function outwardLink(url: string, title: string): Element {
  return isSafeUrl(url) ? h("a", { href: url }, title) : h("span", title);
}
