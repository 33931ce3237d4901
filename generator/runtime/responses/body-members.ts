// The members of a body at the places that a table says, and the values that they spell.
import { MAX_DELAY } from "./headers.ts";

export type Place = readonly string[];

/** The places of members. Of code and message, the spelling of the table comes first. */
export interface BodyPlaces {
  readonly code: readonly Place[];
  readonly message: readonly Place[];
  /** The members that every body has, each in all spellings. */
  readonly required: readonly (readonly Place[])[];
  /** The members that only bodies with this code must have. */
  readonly requiredOf: readonly (readonly [code: string | number, ...members: Place[]])[];
  /** Whether codes are integers. */
  readonly isInteger?: boolean;
  /** The codes that are integers; XML spells them as texts. */
  readonly integers?: readonly Place[];
  /** The members that are numbers, true or false; XML spells them as texts. */
  readonly scalars?: readonly Place[];
  /** The codes that stand for no error. */
  readonly success?: readonly (string | number)[];
  /** The header that holds the code where the body has none, with the text before every code or without it. */
  readonly header?: string;
  readonly prefix?: string;
  /** The list of errors in a response; all other places but the two below are in an item. */
  readonly list?: Place;
  readonly requestId?: Place;
  /** The delay, and the milliseconds of its unit. */
  readonly retryAfter?: readonly [place: Place, unit: number];
}

/** The code of an error, in any spelling of the body. */
export function codeIn<Code extends string | number>(
  value: unknown,
  { code, isInteger }: BodyPlaces,
): Code | undefined {
  for (const place of code) {
    const member = memberAt(value, place);
    // The code is of the type that the places say.
    if (isInteger === true ? Number.isInteger(member) : typeof member === "string") return member as Code;
  }
  return undefined;
}

export function firstText(value: unknown, places: readonly Place[]): string | undefined {
  for (const place of places) {
    const member = memberAt(value, place);
    if (typeof member === "string") return member;
  }
  return undefined;
}

/** The texts of a message, as templates print them. */
export function printedTexts(value: unknown, places: readonly Place[]): readonly string[] {
  const text = firstText(value, places);
  return text === undefined ? [] : [text];
}

/** A text that says something, or a number as text. */
export function textAt(value: unknown, place: Place | undefined): string | undefined {
  const member = place && memberAt(value, place);
  const text = typeof member === "number" ? String(member) : member;
  return typeof text === "string" && text !== "" ? text : undefined;
}

/** A delay in milliseconds. */
export function delayAt(value: unknown, at: BodyPlaces["retryAfter"]): number | undefined {
  if (at === undefined) return undefined;
  const member = memberAt(value, at[0]);
  const delay = typeof member === "string" && /^\d+(?:\.\d+)?$/.test(member) ? Number(member) : member;
  return typeof delay === "number" && delay >= 0 ? Math.min(Math.ceil(delay * at[1]), MAX_DELAY) : undefined;
}

export function memberAt(value: unknown, place: readonly string[]): unknown {
  let member = value;
  for (const name of place) {
    if (typeof member !== "object" || member === null) return undefined;
    const own = Object.getOwnPropertyDescriptor(member, name);
    member = own?.value;
  }
  return member;
}

/** XML has texts only: a number that is spelled as text becomes the number. */
export function setParsed(item: unknown, places: readonly Place[], parse: (text: unknown) => unknown): void {
  for (const place of places) {
    const holder = memberAt(item, place.slice(0, -1));
    const name = place[place.length - 1] ?? "";
    const value = parse(memberAt(holder, [name]));
    // The value is not shared, because it was just parsed.
    if (value !== undefined) (holder as Record<string, unknown>)[name] = value;
  }
}

export function scalarOf(value: unknown): unknown {
  const isText = typeof value === "string" && /^(?:true|false|-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?)$/.test(value);
  return isText ? JSON.parse(value) : undefined;
}

export function integerOf(value: unknown): number | undefined {
  const isText = typeof value === "string" && /^(?:0|-?[1-9]\d{0,15})$/.test(value);
  return isText && Number.isSafeInteger(Number(value)) ? Number(value) : undefined;
}
