// The few ways in which the script touches the page: it finds what is there, and adds elements whose texts are only texts.

/** The part of the page that the script knows by this name. */
export function part<Kind extends HTMLElement = HTMLElement>(name: string): Kind {
  const found = document.querySelector<Kind>(`[data-ui="${name}"]`);
  if (found === null) throw new Error(`The page has no part "${name}".`);
  return found;
}

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  children: readonly (Node | string)[],
  className = "",
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.append(...children);
  return made;
}

/** A link to the error with this code. */
export function codeLink(article: HTMLElement): HTMLAnchorElement {
  const link = element("a", [element("code", [codeOf(article)])]);
  link.href = `#${encodeURIComponent(article.id)}`;
  return link;
}

export function codeOf(article: HTMLElement): string {
  return article.dataset["code"] ?? "";
}

/** The values stand where the words name them. */
export function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
