// Messages that are lists or maps of texts, as the language has them: their type, and the text that they show.
import type { MessageType } from "../model/body-model.ts";
import { entriesOf, isObject, type Json } from "../text/json/value.ts";

/** Undefined for a value that no message has. */
export function messageType(value: Json | undefined): MessageType | undefined {
  if (typeof value === "string") return "string";
  if (isTextList(value)) return "array";
  const isMap = isObject(value) && Object.values(value).every((one) => typeof one === "string" || isTextList(one));
  return isMap ? "object" : undefined;
}

/** The text of a message: of a list or a map, where it holds no other one. */
export function messageText(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (messageType(value) === undefined) return undefined;
  const texts = (Array.isArray(value) ? value : entriesOf(value).flatMap(([, one]) => one)) as readonly string[];
  return texts.length === 1 ? texts[0] : undefined;
}

function isTextList(value: Json | undefined): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
