// Reads codes that are integers or texts, in place of the functions of the same names for codes of one type.
import { type BodyPlaces, integerOf, memberAt } from "./body-members.ts";

/** The code of an error, in any spelling of the body. */
export function codeIn<Code extends string | number>(value: unknown, { code }: BodyPlaces): Code | undefined {
  for (const place of code) {
    const member = memberAt(value, place);
    // The code is of one of the types that tables have.
    if (typeof member === "string" || Number.isInteger(member)) return member as Code;
  }
  return undefined;
}

/** A header has texts only. */
export function codeFrom(header: string | undefined, { success }: BodyPlaces): string | number | undefined {
  const integer = integerOf(header);
  const code = integer === undefined ? header : integer;
  return code !== undefined && success?.includes(code) === true ? undefined : code;
}
