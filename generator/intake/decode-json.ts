// A text becomes the JSON value that it is, or undefined.
import type { Json } from "../text/json/value.ts";

export function decodeJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
