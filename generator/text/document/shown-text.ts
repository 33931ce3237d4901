// Text that is plain in any syntax of documents: invisible signs are shown, and no address runs a program.
import { UNSEEN } from "../../diagnostic/unseen.ts";
import { renderJson } from "../json/json.ts";
import { escapeUnit } from "../json/json-strings.ts";
import type { Json } from "../json/value.ts";

/** Controls become pictures of themselves; noncharacters and half characters become U+FFFD. */
export function visible(text: string): string {
  if (!/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u.test(text)) return text;
  return text.toWellFormed().replace(/\p{Cc}|\p{Noncharacter_Code_Point}/gu, (sign) => {
    if (/[\t\n\r]/.test(sign)) return sign;
    const point = sign.charCodeAt(0);
    return point < 0x20 ? String.fromCharCode(0x2400 + point) : point === 0x7f ? "\u2421" : "\uFFFD";
  });
}

/** An address as the target of a link; undefined where a browser would run it or hand it to another program. */
export function linkTarget(url: string): string | undefined {
  if (SIMPLE_URL.test(url)) return url;
  const trimmed = url.toWellFormed().trim();
  const scheme = /^([^/?#]*?):/.exec(trimmed.replace(/[\p{Cc}\p{Cf}\s]/gu, ""))?.[1];
  if (trimmed === "" || (scheme !== undefined && !/^(?:https?|mailto)$/i.test(scheme))) return undefined;
  return trimmed.replace(UNSAFE_IN_URL, encodeURIComponent);
}

/** Words that cannot end the comment that they stand in. */
export function commentText(text: string): string {
  return visible(text)
    .replace(/[<>{}\s\p{Cf}]/gu, (sign) => (sign === " " ? sign : encodeURIComponent(sign)))
    .replace(/--+/g, "-");
}

/** JSON in which invisible signs, and signs that a site would act on, are escaped. */
export function jsonText(value: Json): string {
  const json = renderJson(value);
  if (!/\{[{%#]|8<-|<!--|[^\n -~]/.test(json)) return json;
  return json.replace(IN_JSON, (sign) =>
    Array.from({ length: sign.length }, (_, at) => escapeUnit(sign.charAt(at))).join(""),
  );
}

/** The lines of a code block, without spaces and blank lines at their ends. */
export function codeBlockText(text: string): string {
  const lines = text.replace(/[ \t]*(?:\r\n?|\n)/g, "\n");
  // Other blanks, such as U+000B, are shown.
  let end = lines.length;
  while (end > 0 && " \t\n".includes(lines.charAt(end - 1))) end -= 1;
  return lines.slice(0, end);
}

/** One character that shows nothing or changes the direction of the words around it. */
export const HIDDEN = new RegExp(`[${UNSEEN}]`);

/** The braces of template languages, and invisible signs. */
export const SITE_SIGNS = new RegExp(`\\{(?=[{%#])|${HIDDEN.source}`, "g");
const IN_JSON = new RegExp(
  `(?<=\\{)[{%#]|(?<=8)<(?=-)|<(?=!--)|(?!\\n)\\p{Cc}|\\p{Noncharacter_Code_Point}|${HIDDEN.source}`,
  "gu",
);
const UNSAFE_IN_URL = /[\p{Cc}\p{Cf}\s<>{}|\\^`"]/gu;

export const SIMPLE_URL = /^https?:\/\/[!#-%*-;=?-Z_a-z~]+$/;
