// Values at places of a body, and members of it, become the body.

import type { Value } from "../printf/param-values.ts";
import { copiedValue, copyOf } from "./copies.ts";
import { givenCase, paramOf } from "./given.ts";

/** The names on the way to a member, and its value. */
export type PlacedValue = readonly [place: readonly string[], value: unknown];

/** The members that a code has by itself: constants, and the values of params by their names. */
export type FixedMembers = readonly [
  constants: readonly PlacedValue[],
  params?: readonly (readonly [place: readonly string[], name: string])[],
];

/** Of a code, or of each case of it. */
export type FixedOfCode = FixedMembers | Readonly<Record<string, FixedMembers>>;

export function fixedValues(fixed: FixedOfCode, params: unknown, key = "case"): readonly PlacedValue[] {
  if (!isFixed(fixed)) return fixedValues(givenCase(fixed, params, key), params, key);
  const [constants, named = []] = fixed;
  const values = params as Readonly<Record<string, Value>>;
  return [...constants, ...named.map(([place, name]) => [place, jsonOf(paramOf(values, name))] as const)];
}

/** The values of members by the names of these; the name of a member inside of another one is its JSON Pointer. */
export function placedConstants(constants: object): readonly PlacedValue[] {
  return Object.entries(constants).map(([name, value]) => [placeOf(name), value]);
}

function placeOf(name: string): readonly string[] {
  if (!name.startsWith("/")) return [name];
  const tokens = name.slice(1).split("/");
  return tokens.map((token) => token.replace(/~1/g, "/").replace(/~0/g, "~"));
}

function isFixed(fixed: FixedOfCode): fixed is FixedMembers {
  return Array.isArray(fixed);
}

function jsonOf(value: Value): string | number {
  return typeof value === "bigint" ? Number(value) : value;
}

/** A copy of the members with the values at their places. */
export function bodyWith(members: object | undefined, values: readonly PlacedValue[]): unknown {
  let body: unknown = copyOf(members);
  for (const [place, value] of values) {
    if (value !== undefined) body = withValue(body, place, value);
  }
  return body;
}

function withValue(target: unknown, [name, ...inner]: readonly string[], value: unknown): unknown {
  if (name === undefined) return copiedValue(value);
  const holder = typeof target === "object" && target !== null ? target : {};
  const body = copyOf(holder) as Readonly<Record<string, unknown>>;
  const member = withValue(name.hasOwnProperty.call(body, name) ? body[name] : undefined, inner, value);
  Object.defineProperty(body, name, { value: member, configurable: true, enumerable: true, writable: true });
  return body;
}
