// Two texts of a generated file are compared as a formatter sees them: true where only the layout differs, never where the content does.
import { extname } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { yamlParts } from "../../reader/yaml/yaml-parts.ts";
import { comparableText } from "../../text/layout/comparable-text.ts";
import { statementsOf } from "../../text/layout/script-words.ts";

export function differsOnlyInLayout(path: string, before: string, after: string): boolean {
  const comparable = COMPARABLE[extname(path)] ?? ((text) => text.trimEnd());
  const one = comparable(before);
  if (one === undefined) return false;
  if (isDeepStrictEqual(one, comparable(after))) return true;
  const withoutBraces = (text: string) => statementsOf(text, { withBraces: false });
  return SCRIPTS.includes(extname(path)) && isDeepStrictEqual(withoutBraces(before), withoutBraces(after));
}

const SCRIPTS = [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"];

/** The form in which two texts of a file are compared, by its extension; undefined where the text cannot be read. */
const COMPARABLE: Readonly<Record<string, (text: string) => unknown>> = {
  ...Object.fromEntries(SCRIPTS.map((extension) => [extension, (text: string) => statementsOf(text)])),
  // Some formatters set a comma behind the last member.
  ".json": (text) =>
    text
      .match(/"(?:[^"\\]|\\.)*"|[^\s"[\]{},:]+|\S/g)
      ?.filter((word, at, all) => word !== "," || !/^[\]}]$/.test(all[at + 1] ?? "")),
  ".md": (text) => comparableText(text, "gfm"),
  ".mdx": (text) => comparableText(text, "mdx"),
  ".html": (text) => comparableText(text, "html"),
  ".yaml": yamlParts,
};
