// The functions that generated checks call where bodies are, or hold, tuples.
import { isArray, memberOf, withMember } from "./checks.ts";

/** The item of an array at a position; undefined if there is none. */
export function itemOf(value: unknown, position: number): unknown {
  return isArray(value) ? value[position] : undefined;
}

/** The same as `respelled` for places that go through positions of tuples. */
export function respelledTuples(
  value: unknown,
  members: readonly (readonly [place: readonly (string | number)[], member?: unknown])[],
): unknown {
  return members.reduce((body, [place, member]) => withItem(body, place, member), value);
}

function withItem(target: unknown, [token, ...inner]: readonly (string | number)[], member: unknown): unknown {
  if (token === undefined) return member;
  if (typeof token === "string") return withMember(target, [token], withItem(memberOf(target, token), inner, member));
  const items = isArray(target) ? Array.from(target) : [];
  items[token] = withItem(items[token], inner, member);
  return items;
}
