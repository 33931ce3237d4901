// JSON becomes safe in an HTML script element and in JavaScript; names and texts become parts of a JSONPath (RFC 9535).

/** The same JSON without the characters that would end a script or a line of JavaScript. */
export function safeJson(json: string): string {
  return UNSAFE.test(json) ? json.replaceAll(EACH_UNSAFE, escapeUnit) : json;
}

/** One UTF-16 unit as JSON, YAML and JavaScript escape it. */
export function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The members of these names, one or more of them. */
export function memberSegment(...names: readonly string[]): string {
  return `[${names.map(textLiteral).join(",")}]`;
}

/** A text to compare with. */
export function textLiteral(text: string): string {
  const escaped = text.replaceAll(/['\\]/g, "\\$&").replaceAll(/[\p{Cc}\ud800-\udfff]/gu, escapeUnit);
  return `'${escaped}'`;
}

const UNSAFE = /[\u2028\u2029]|<(?:\/|!--|script)/i;
const EACH_UNSAFE = /[\u2028\u2029]|<(?=\/|!--|script)/gi;
