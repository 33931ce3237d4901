// A template becomes the parts that readers see: its texts, and its params by name in signs that no text of it has.
import type { Template } from "./template.ts";

export interface ShownParam {
  readonly name: string;
  /** "{name}", in as many braces as no text of the template has. */
  readonly text: string;
}

/** Texts, and the params by the names in the order of the arguments. */
export function shownParts({ tokens }: Template, names: readonly string[]): readonly (string | ShownParam)[] {
  const literals = tokens.map((token) => (token.kind === "literal" ? token.text : ""));
  const longest = Math.max(0, ...literals.flatMap((text) => (text.match(/\{+/g) ?? []).map((braces) => braces.length)));
  const [open, close] = ["{".repeat(longest + 1), "}".repeat(longest + 1)];
  return tokens.map((token) => {
    if (token.kind === "literal") return token.text;
    const name = names[token.argument] ?? String(token.argument + 1);
    return { name, text: open + name + close };
  });
}

export function shownText(template: Template, names: readonly string[]): string {
  return shownParts(template, names)
    .map((part) => (typeof part === "string" ? part : part.text))
    .join("");
}
