// Styles that people set for Prettier, and the products of the golden directories, which the styles lay out anew.
import { join, resolve } from "node:path";
import { format, type Options } from "prettier";
import { readTree } from "./golden.ts";

export const HOUSE_STYLES: readonly Options[] = [
  { proseWrap: "always", printWidth: 120, trailingComma: "none" },
  { proseWrap: "never", useTabs: true, semi: false, singleQuote: true, jsxSingleQuote: true },
  { proseWrap: "always", printWidth: 40, tabWidth: 4, singleQuote: true, arrowParens: "avoid" },
  {
    printWidth: 100,
    bracketSpacing: false,
    quoteProps: "consistent",
    bracketSameLine: true,
    htmlWhitespaceSensitivity: "ignore",
  },
];

const CASES = resolve(import.meta.dirname, "../cases");

/** Each text once, with one of its paths. */
export function goldenProducts(extensions: RegExp): readonly (readonly [path: string, text: string])[] {
  const paths = new Map<string, string>();
  for (const [path, text] of Object.entries(readTree(CASES)))
    if (path.includes("/expected/") && extensions.test(path)) paths.set(text, path);
  return [...paths].map(([text, path]) => [path, text]);
}

export function inStyle(path: string, text: string, style: Options = {}): Promise<string> {
  return format(text, { ...style, filepath: join(CASES, path) });
}

/** One letter more stands somewhere in the text. */
export function withHandEdit(text: string, at: number): string {
  const letters = [...text.matchAll(/[a-z\d]/g)];
  const { index = 0 } = letters[at % letters.length] ?? {};
  return `${text.slice(0, index)}q${text.slice(index)}`;
}
