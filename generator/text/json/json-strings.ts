// Strings as JSON that is safe inside of an HTML script element and in a JavaScript source, where JSON alone is not.
import { asciiText, escapeUnit } from "../width.ts";

export function jsonString(text: string, ascii: boolean): string {
  const quoted = JSON.stringify(text);
  const safe = UNSAFE.test(quoted) ? quoted.replaceAll(EACH_UNSAFE, escapeUnit) : quoted;
  return ascii ? asciiText(safe) : safe;
}

export const UNSAFE = /[\u2028\u2029]|<(?:\/|!--|script)/i;
export const EACH_UNSAFE = /[\u2028\u2029]|<(?=\/|!--|script)/gi;
