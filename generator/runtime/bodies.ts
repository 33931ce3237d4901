// Values at places of a body, and members of it, become the body.
import { paramsByName } from "./templates.ts";

/** The names on the way to a member, and its value. */
export type PlacedValue = readonly [place: readonly string[], value: unknown];

/** The members that a code has by itself: constants, and the values of params by their names. */
export type FixedMembers = readonly [
  constants: readonly PlacedValue[],
  params?: readonly (readonly [place: readonly string[], name: string])[],
];

/** Of a code, or of each case of it. */
export type FixedOfCode = FixedMembers | Readonly<Record<string, FixedMembers>>;

export function fixedValues(fixed: FixedOfCode, params: unknown, key: string): readonly PlacedValue[] {
  const byName: Readonly<Record<string, unknown>> = paramsByName(params);
  if (!isFixed(fixed)) {
    const name = String(byName[key]);
    const ofCase = Object.hasOwn(fixed, name) ? fixed[name] : undefined;
    return ofCase === undefined ? [] : fixedValues(ofCase, params, key);
  }
  const [constants, named = []] = fixed;
  return [...constants, ...named.map(([place, name]) => [place, jsonOf(byName[name])] as const)];
}

function isFixed(fixed: FixedOfCode): fixed is FixedMembers {
  return Array.isArray(fixed);
}

function jsonOf(value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

/** A copy of the members with the values at their places. */
export function bodyWith(members: object | undefined, values: readonly PlacedValue[]): unknown {
  let body: unknown = { ...members };
  for (const [place, value] of values) {
    if (value !== undefined) body = withValue(body, place, value);
  }
  return body;
}

function withValue(target: unknown, [name, ...inner]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  const members = new Map<string, unknown>(typeof target === "object" && target !== null ? Object.entries(target) : []);
  members.set(name, withValue(members.get(name), inner, value));
  return Object.fromEntries(members);
}
