// JSON becomes safe inside of an HTML script element and in a JavaScript source, where JSON alone is not.

/** The same JSON without the characters that would end a script or a line of JavaScript. */
export function safeJson(json: string): string {
  return UNSAFE.test(json) ? json.replaceAll(EACH_UNSAFE, escapeUnit) : json;
}

/** One UTF-16 unit as JSON, YAML and JavaScript escape it. */
export function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const UNSAFE = /[\u2028\u2029]|<(?:\/|!--|script)/i;
const EACH_UNSAFE = /[\u2028\u2029]|<(?=\/|!--|script)/gi;
