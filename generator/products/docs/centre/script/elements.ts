// The few ways in which the script touches the page: it finds what is there, and adds elements whose texts are only texts.

export function find<Kind extends Element = HTMLElement>(selector: string): Kind {
  return document.querySelector(selector) as Kind;
}

export function findAll<Kind extends Element = HTMLElement>(selector: string, within: ParentNode = document): Kind[] {
  return [...within.querySelectorAll<Kind>(selector)];
}

export type Child = Node | string | undefined;

/** Children that are not there are left out. */
export function element(name: string, children: readonly Child[], className?: string): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A link to the error. */
export function codeLink(article: HTMLElement): HTMLElement {
  const link = element("a", [element("code", [codeOf(article)])]) as HTMLAnchorElement;
  link.href = `#${nameOf(article)}`;
  return link;
}

/** Links to errors and why they are there; nothing where there are none. */
export function codeLinks(lead: string, articles: readonly HTMLElement[]): readonly Node[] {
  const items = articles.map((article) => element("li", [codeLink(article)]));
  return items.length > 0 ? [element("p", [lead]), element("ul", items, "codes")] : [];
}

/** Most codes are the names of their elements as well. */
export function codeOf({ dataset, id }: HTMLElement): string {
  return dataset["code"] ?? id;
}

/** As an address spells it. */
export function nameOf({ id }: HTMLElement): string {
  return encodeURIComponent(id);
}

/** The values stand where the words name them. */
export function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
