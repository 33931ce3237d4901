// Makes the elements of web pages: the one way to do it.
import type { Element, Properties } from "hast";
import { h } from "hastscript";

export { h };

/** Names the language of the words before it. */
export function languageMark(language: string, properties: Properties = {}): Element {
  return h("sup", properties, language);
}
