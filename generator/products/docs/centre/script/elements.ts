// Finds elements of the page, and makes new ones whose texts are never read as HTML.
import type { DataName, Selector } from "../centre-names.ts";

/** The element is part of every page, which is made together with the script, and of this kind. */
export function find<Kind extends HTMLElement>(selector: Selector): Kind {
  return document.querySelector(selector) as Kind;
}

export function findAll<Kind extends HTMLElement>(selector: Selector, within: ParentNode = document): Kind[] {
  return [...within.querySelectorAll<Kind>(selector)];
}

export type Child = Node | string | undefined;

/** Children that are undefined are left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  children: readonly Child[],
  className = "",
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  // No undefined child is left.
  made.append(...(children.filter((child) => child) as (Node | string)[]));
  return made;
}

export function linkTo(article: HTMLElement): HTMLElement {
  const link = element("a", [element("code", [codeOf(article)])]);
  link.href = `#${encodedIdOf(article)}`;
  return link;
}

/** A list of links below a line that introduces it; nothing without articles. */
export function linkList(introduction: string, articles: readonly HTMLElement[]): readonly Node[] {
  const items = articles.map((article) => element("li", [linkTo(article)]));
  return items.length > 0 ? [element("p", [introduction]), element("ul", items, "codes")] : [];
}

export function codeOf(article: HTMLElement): string {
  return article.getAttribute("data-code" satisfies DataName) ?? article.id;
}

export function encodedIdOf({ id }: HTMLElement): string {
  return encodeURIComponent(id);
}

/** Puts values into a text in the places of their names in braces. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => `${values[name] ?? place}`);
}
