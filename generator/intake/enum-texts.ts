// The descriptions of the values of an enum, in the keywords that tools have for them.
import { entriesOf, type Json, type JsonObject, listOf, objectOf, writtenName } from "../text/json/value.ts";

/** Keywords with a text per value: a list in the order of the enum, or an object by value. */
const TEXTS = [
  "enumDescriptions",
  "markdownEnumDescriptions",
  "x-enumDescriptions",
  "x-enum-descriptions",
  "x-enumDescription",
];

/** The texts of the values, by value as text. */
export function enumTexts(schema: JsonObject): ReadonlyMap<string, string> {
  const values = listOf(schema["enum"]);
  const plain = TEXTS.flatMap((keyword) => [
    ...listOf(schema[keyword]).map((text, index) => [values[index], text] as const),
    ...entriesOf(schema[keyword]),
  ]);
  const elements = [...listOf(schema["x-enum-elements"]), ...listOf(objectOf(schema["x-ms-enum"])["values"])]
    .map(objectOf)
    .map(({ name, value = name, description }) => [value, description] as const);
  const found = new Map<string, string>();
  for (const [value, text] of [...plain, ...elements]) {
    const key = writtenName(value);
    if (key !== undefined && isText(text) && !found.has(key)) found.set(key, text.trim());
  }
  return found;
}

function isText(text: Json | undefined): text is string {
  return typeof text === "string" && text.trim() !== "" && text.isWellFormed();
}
