// The text of a body becomes the values in it: JSON, and the elements of an XML document where bodies are XML.
import { parseBody } from "../runtime/responses/xml.ts";
import { jsonValuesIn } from "./embedded-json.ts";

export function valuesIn(text: string, isXml: boolean | undefined): readonly unknown[] {
  if (!isXml || !text.startsWith("<")) return jsonValuesIn(text);
  try {
    return [parseBody(text)];
  } catch {
    return jsonValuesIn(text);
  }
}
