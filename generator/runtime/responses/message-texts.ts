// Reads messages that are a list or a map of texts, in place of the functions of the same names for messages that are texts.
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

/** All texts at the first of these places that holds some, those of a map without their names. */
export function printedTexts(value: unknown, places: readonly Place[]): readonly string[] {
  for (const place of places) {
    const member = memberAt(value, place);
    const texts: readonly unknown[] = typeof member === "object" && member !== null ? Object.values(member) : [member];
    const printed = texts
      .reduce<readonly unknown[]>((all, one) => all.concat(one), [])
      .filter((one): one is string => typeof one === "string");
    if (printed.length > 0) return printed;
  }
  return [];
}
