// A text becomes the JSON value that it is, or undefined.
import type { Json } from "./value.ts";

export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
