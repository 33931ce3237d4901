// Puts values at positions of tuples as well, in place of the types and functions of the same names for bodies of objects alone.
import { copiedValue, copyOf } from "./copies.ts";

type ValuePlace = readonly (string | number)[];

/** The names and positions on the way to a member, and its value. */
export type PlacedValue = readonly [place: ValuePlace, value: unknown];

/** The members that a code has by itself: constants, and the values of params by their names. */
export type FixedMembers = readonly [
  constants: readonly PlacedValue[],
  params?: readonly (readonly [place: ValuePlace, name: string])[],
];

export function placeOf(name: string): ValuePlace {
  if (!name.startsWith("/")) return [name];
  const tokens = name.slice(1).split("/");
  return tokens.map((token) => {
    return /^(?:0|[1-9]\d?)$/.test(token) ? Number(token) : token.replace(/~1/g, "/").replace(/~0/g, "~");
  });
}

export function withValue(target: unknown, [token, ...inner]: ValuePlace, value: unknown): unknown {
  if (token === undefined) return copiedValue(value);
  const holder = typeof target === "object" && target !== null ? target : {};
  const body = (typeof token === "number" ? tupleOf(holder, token) : copyOf(holder)) as Record<
    string | number,
    unknown
  >;
  const member = withValue(token.hasOwnProperty.call(body, token) ? body[token] : undefined, inner, value);
  Object.defineProperty(body, token, { value: member, configurable: true, enumerable: true, writable: true });
  return body;
}

/** A tuple, or an object whose names are its positions, as a tuple; a position without a value holds null. */
function tupleOf(holder: object, position: number): unknown[] {
  const given: Record<number, unknown> = copyOf(holder) as Record<number, unknown>;
  const names = Object.keys(given).map(Number);
  const length = Math.max(position, ...names.map((name) => name + 1));
  return Array.from({ length }, (_, index) => (given[index] === undefined ? null : given[index]));
}
