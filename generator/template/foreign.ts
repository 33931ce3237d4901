// A text is searched for placeholders of other dialects than its table's, sparing texts that only look like them.
import { DIALECTS, type Placeholders } from "./dialects.ts";
import type { Directive, Template } from "./template.ts";

export interface ForeignPlaceholder {
  readonly text: string;
  readonly offset: number;
  /** The name or number in it; empty in directives of printf. */
  readonly name: string;
  /** The setting that reads it. */
  readonly placeholders: Placeholders;
}

/** The foreign placeholders that stand as text in the message, in its order. */
export function foreignPlaceholders({ text, placeholders: own, tokens }: Template): readonly ForeignPlaceholder[] {
  const others = FORMS.filter(
    ({ placeholders, opener }) => placeholders !== own && text.includes(opener) && !isOwnEscape(own, placeholders),
  );
  if (others.length === 0) return [];
  const directives = tokens.filter((token) => token.kind === "directive");
  const closed = new Set(Array.from(text.matchAll(/<\/(\w+)>/g), ([, name]) => name));
  const found: ForeignPlaceholder[] = [];
  for (const { placeholders, pattern } of others) {
    let next = 0;
    for (const { 0: written, 1: name = "", index } of text.matchAll(pattern)) {
      // Both lists are sorted: only the first directive that ends behind the start can share text with the placeholder.
      while (endOf(directives[next]) <= index) next += 1;
      const directive = directives[next];
      const isHolder =
        directive !== undefined && directive.offset <= index && endOf(directive) >= index + written.length;
      // In a table of {name}, the sign before {name} in ${name} is text.
      const isRead = isHolder || (directive?.name?.written === name && directive.offset < index + written.length);
      const other = { text: written, offset: index, name, placeholders };
      if (!isRead && !closed.has(name) && isMeant(other)) found.push(other);
    }
  }
  return found.toSorted((a, b) => a.offset - b.offset);
}

function endOf(directive: Directive | undefined): number {
  return directive === undefined ? Number.POSITIVE_INFINITY : directive.offset + directive.text.length;
}

/** Doubled openers are the dialect's own: "{{name}}" is text in braces where "{name}" is a placeholder. */
function isOwnEscape(own: Placeholders, other: Placeholders): boolean {
  if (own === "printf") return false;
  const escaped = DIALECTS[own].escaped?.written;
  return other !== "printf" && escaped !== undefined && DIALECTS[other].opener.startsWith(escaped);
}

/** The form of each dialect, narrower than the dialect: it neither follows a word nor stands in an address, a path or a pattern. */
const PATTERNS: Readonly<Record<Placeholders, RegExp>> = {
  printf: /(?<![\w%])%(?:\d{1,2}\$)?[sdvq](?![\w%])/g,
  "{name}": /(?<![{$%#\\/\w\])}])\{([A-Za-z_]\w*|\d)\}(?!\})/g,
  "{{name}}": /(?<!\{)\{\{ ?([A-Za-z_]\w*) ?\}\}(?!\})/g,
  "${name}": /\$\{([A-Za-z_]\w*)\}/g,
  "%{name}": /%\{([A-Za-z_]\w*)\}/g,
  "<name>": /(?<![\w<=/])<([A-Za-z_]\w*)>/g,
  ":name": /(?<![^\s'"`(])(?<!\w["'] ?):([A-Za-z_]\w+)(?![\w:])/g,
  $name: /(?<![\w$\\/.])\$([A-Za-z_]\w*)/g,
  "%name%": /(?<![\w%])%([A-Za-z_]\w{2,})%(?![\w%])/g,
};

const FORMS = (Object.entries(PATTERNS) as [Placeholders, RegExp][]).map(([placeholders, pattern]) => ({
  placeholders,
  pattern,
  opener: placeholders === "printf" ? "%" : DIALECTS[placeholders].opener,
}));

function isMeant({ name, placeholders, text: written }: ForeignPlaceholder): boolean {
  if (placeholders === "<name>") return !HTML.has(name.toLowerCase());
  // Query options, operators of databases, keywords of JSON Schema, variables of shells.
  if (placeholders === "$name") return !DOLLAR_WORDS.has(name.toLowerCase()) && name !== name.toUpperCase();
  // A constant that is shown as an object of JSON: ":true".
  return placeholders !== ":name" || !/^:(?:true|false|null)$/.test(written);
}

const HTML: ReadonlySet<string> = new Set(
  (
    "a abbr b big body br button center code dd div dl dt em font form h1 h2 h3 h4 h5 h6 head hr html i iframe img input li link " +
    "meta ol option p pre s script select small span strong style sub sup svg table tbody td textarea th thead title tr tt u ul video"
  ).split(" "),
);

const DOLLAR_WORDS: ReadonlySet<string> = new Set(
  (
    "ref id schema defs comment anchor vocabulary filter top skip select expand count orderby search format apply compute skiptoken " +
    "deltatoken metadata batch value levels it set unset inc push pull and or not nor eq ne gt gte lt lte in nin exists regex match " +
    "group sort limit project lookup where elemmatch size all type mod text expr default"
  ).split(" "),
);

/** The line that makes a table read these placeholders. */
export function settingFor(placeholders: Placeholders): string {
  return placeholders === "printf" ? "placeholders: printf" : `placeholders: ${JSON.stringify(placeholders)}`;
}
