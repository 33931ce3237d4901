// Names and texts become parts of a JSONPath (RFC 9535).
import { escapeUnit } from "./json-strings.ts";

/** The members of these names, one or more of them. */
export function memberSegment(...names: readonly string[]): string {
  return `[${names.map(textLiteral).join(",")}]`;
}

/** A text to compare with. */
export function textLiteral(text: string): string {
  const escaped = text.replaceAll(/['\\]/g, "\\$&").replaceAll(/[\p{Cc}\ud800-\udfff]/gu, escapeUnit);
  return `'${escaped}'`;
}
