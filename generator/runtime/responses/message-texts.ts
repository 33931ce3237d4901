// Reads messages that are a list or a map of texts, in place of the function of the same name for messages that are texts.
import { memberAt, type Place } from "./body-members.ts";

/** The first text at these places; of a list that of its first item, and of a map that of its first member with its name. */
export function firstText(value: unknown, places: readonly Place[]): string | undefined {
  for (const place of places) {
    const text = textWithin(memberAt(value, place));
    if (text !== undefined) return text;
  }
  return undefined;
}

function textWithin(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return (value as readonly unknown[]).find((item) => typeof item === "string") as string;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const text: unknown = Array.isArray(member) ? member[0] : member;
    if (typeof text === "string") return `${name}: ${text}`;
  }
  return undefined;
}
