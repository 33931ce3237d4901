// HTML becomes the form in which texts are compared: wrapping, indents, quotes and ends of elements that may be left out do not count.
import { comparableStyle } from "./comparable-style.ts";
import { looseWordsOf } from "./script-words.ts";

export function comparableHtml(text: string): string {
  const parts: string[] = [];
  let at = 0;
  let isPreformatted = false;
  const put = (words: string): void => {
    // Formatters break lines at the tags, and leave the words. The first line end in <pre> is none.
    if (!isPreformatted) parts.push(words.replace(/[ \t\n\f]+/g, " ").replace(/^ | $/g, ""));
    else parts.push(parts.at(-1)?.startsWith("<pre") === true ? words.replace(/^\n/, "") : words);
  };
  for (const { index, 0: found, groups = {} } of text.matchAll(TAGS)) {
    put(text.slice(at, index));
    at = index + found.length;
    const { rawTag, tag: plainTag = "", rawAttributes, attributes = "", raw = "" } = groups;
    const tag = (rawTag ?? plainTag).toLowerCase();
    if (/^\/?pre$/.test(tag)) isPreformatted = tag === "pre";
    if (tag === "") parts.push(found.startsWith("<!--") ? found : found.toLowerCase());
    else if (!OPTIONAL_ENDS.has(tag)) parts.push(`<${tag}${comparableAttributes(rawAttributes ?? attributes)}>`);
    if (tag === "style") parts.push(comparableStyle(raw));
    else if (tag === "script") parts.push(looseWordsOf(raw).join(" "));
  }
  put(text.slice(at));
  return parts.join("");
}

/** A style or a script with its content, a tag, or a comment or document type. */
const TAGS =
  /<(?<rawTag>(?:script|style)\b)(?<rawAttributes>(?:[^"'>]|"[^"]*"|'[^']*')*)>(?<raw>[\s\S]*?)<\/\k<rawTag>\s*>|<(?<tag>\/?[a-z][\w-]*)(?<attributes>(?:[^"'>]|"[^"]*"|'[^']*')*)>|<!(?:--[\s\S]*?--|[^>]*)>/gi;

const OPTIONAL_ENDS = new Set(
  "p li dt dd td th tr thead tbody option head body html".split(" ").map((tag) => `/${tag}`),
);

function comparableAttributes(text: string): string {
  return [...text.matchAll(/([^\s"'=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)]
    .map(([, name = "", double, single, bare]) => {
      const value = double ?? single ?? bare;
      if (value === undefined) return ` ${name.toLowerCase()}`;
      const words = value.replace(/\s+/g, " ").trim().replaceAll("&quot;", '"').replaceAll("&apos;", "'");
      return ` ${name.toLowerCase()}=${JSON.stringify(words)}`;
    })
    .join("");
}
