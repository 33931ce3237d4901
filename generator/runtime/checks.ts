// Functions for generated checks of JSON values, one per keyword of JSON Schema.
// As in JSON Schema, a keyword about one type holds for values of all other types.

export type Check = (value: unknown) => boolean;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

export function isString(value: unknown): value is string {
  return typeof value === "string";
}

export function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

export function isWholeNumber(value: unknown): boolean {
  return Number.isInteger(value);
}

export function isBoolean(value: unknown): boolean {
  return typeof value === "boolean";
}

export function isNull(value: unknown): boolean {
  return value === null;
}

export function isAnything(): boolean {
  return true;
}

export function isNothing(): boolean {
  return false;
}

export function isOneOf(value: unknown, values: readonly unknown[]): boolean {
  return values.includes(value);
}

/** The texts are JSON, so that values can be arrays and objects. */
export function isEqualTo(value: unknown, texts: readonly string[]): boolean {
  const wanted = texts.map((text) => canonical(JSON.parse(text)));
  return wanted.includes(canonical(value));
}

/** Equal values have equal texts: members are sorted by name. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (isArray(part)) return ["list", ...part];
    if (!isObject(part)) return part;
    const members = namesIn(part).map((name) => [name, part[name]] as const);
    return members.sort(([a], [b]) => (a < b ? -1 : 1));
  });
}

export function isAtLeast(value: unknown, limit: number): boolean {
  return !isNumber(value) || value >= limit;
}

export function isAtMost(value: unknown, limit: number): boolean {
  return !isNumber(value) || value <= limit;
}

export function isAbove(value: unknown, limit: number): boolean {
  return !isNumber(value) || value > limit;
}

export function isBelow(value: unknown, limit: number): boolean {
  return !isNumber(value) || value < limit;
}

/** A quotient from 1e21 on has no exact digits, so that validators take it for no integer. */
export function isMultipleOf(value: unknown, step: number): boolean {
  if (!isNumber(value)) return true;
  const quotient = value / step;
  return Number.isInteger(quotient) && Math.abs(quotient) < 1e21;
}

/** Counts code points. */
export function hasLengthFrom(value: unknown, least: number): boolean {
  return !isString(value) || Array.from(value).length >= least;
}

/** Counts code points where the number of units leaves the answer open. */
export function hasLengthTo(value: unknown, most: number): boolean {
  return !isString(value) || value.length <= most || (value.length <= 2 * most && Array.from(value).length <= most);
}

export function hasPattern(value: unknown, pattern: string): boolean {
  return !isString(value) || new RegExp(pattern, "u").test(value);
}

export function hasItemsFrom(value: unknown, least: number): boolean {
  return !isArray(value) || value.length >= least;
}

export function hasItemsTo(value: unknown, most: number): boolean {
  return !isArray(value) || value.length <= most;
}

export function hasUniqueItems(value: unknown): boolean {
  if (!isArray(value)) return true;
  return new Set(value.map((item) => canonical(item))).size === value.length;
}

export function hasItem(value: unknown, check: Check): boolean {
  return !isArray(value) || value.some((item) => check(item));
}

export function hasItems(value: unknown, check: Check, from = 0): boolean {
  return !isArray(value) || value.slice(from).every((item) => check(item));
}

export function hasItemAt(value: unknown, index: number, check: Check): boolean {
  return !isArray(value) || value.length <= index || check(value[index]);
}

/** The names of the members; a member that is undefined is absent, as in JSON. */
export function namesIn(value: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined);
}

export function hasMembersFrom(value: unknown, least: number): boolean {
  return !isObject(value) || namesIn(value).length >= least;
}

export function hasMembersTo(value: unknown, most: number): boolean {
  return !isObject(value) || namesIn(value).length <= most;
}

export function hasMember(value: unknown, name: string, check: Check): boolean {
  if (!isObject(value)) return true;
  return value[name] !== undefined && name.hasOwnProperty.call(value, name) && check(value[name]);
}

export function mayHaveMember(value: unknown, name: string, check: Check): boolean {
  if (!isObject(value) || value[name] === undefined || !name.hasOwnProperty.call(value, name)) return true;
  return check(value[name]);
}

export function hasMembersLike(value: unknown, pattern: string, check: Check): boolean {
  if (!isObject(value)) return true;
  const matcher = new RegExp(pattern, "u");
  const names = namesIn(value).filter((name) => matcher.test(name));
  return names.every((name) => check(value[name]));
}

/** Checks the members that are neither named nor matched by a pattern. */
export function hasOtherMembers(
  value: unknown,
  names: readonly string[],
  patterns: readonly string[],
  check: Check,
): boolean {
  if (!isObject(value)) return true;
  const matchers = patterns.map((pattern) => new RegExp(pattern, "u"));
  const others = namesIn(value).filter((name) => {
    if (names.includes(name)) return false;
    return !matchers.some((matcher) => matcher.test(name));
  });
  return others.every((name) => check(value[name]));
}

export function hasNames(value: unknown, check: Check): boolean {
  return !isObject(value) || namesIn(value).every((name) => check(name));
}

/** Checks the whole value if it has this member. */
export function dependsOn(value: unknown, name: string, check: Check): boolean {
  return memberOf(value, name) === undefined || check(value);
}

export function passesAny(value: unknown, checks: readonly Check[]): boolean {
  return checks.some((check) => check(value));
}

export function passesOne(value: unknown, checks: readonly Check[]): boolean {
  return checks.filter((check) => check(value)).length === 1;
}

export function passesNot(value: unknown, check: Check): boolean {
  return !check(value);
}

export function passesBranch(value: unknown, condition: Check, then: Check, otherwise: Check): boolean {
  return condition(value) ? then(value) : otherwise(value);
}

/** A value whose getter or proxy throws is no JSON value. */
export function passes(value: unknown, check: Check): boolean {
  try {
    return check(value);
  } catch {
    return false;
  }
}

/** Whether a value is a constant, where there are both. */
export function mayBe(value: unknown, constant: unknown): boolean {
  return value === undefined || constant === undefined || value === constant;
}

/** An own member of an object; undefined if there is none. */
export function memberOf(value: unknown, name: string): unknown {
  return isObject(value) && name.hasOwnProperty.call(value, name) ? value[name] : undefined;
}

/** An own member of an object, an array or a primitive value; falsy if there is none. */
export function ownMember(value: unknown, name: string): unknown {
  try {
    // The cast is safe: a primitive value has no own member of this name.
    return value && name.hasOwnProperty.call(value, name) && (value as Readonly<Record<string, unknown>>)[name];
  } catch {
    // Only a getter or a proxy can throw.
  }
  return undefined;
}

/** A copy of the value with other members at some places. A place without a member is left out. */
export function respelled(
  value: unknown,
  members: readonly (readonly [place: readonly string[], member?: unknown])[],
): unknown {
  return members.reduce((body, [place, member]) => withMember(body, place, member), value);
}

export function withMember(target: unknown, [name, ...inner]: readonly string[], member: unknown): unknown {
  if (name === undefined) return member;
  const members = new Map<string, unknown>(isObject(target) ? Object.entries(target) : []);
  members.set(name, withMember(members.get(name), inner, member));
  const copy = {};
  // An assignment to "__proto__" would change the object's prototype.
  for (const [key, value] of members)
    if (value !== undefined)
      Object.defineProperty(copy, key, { value, configurable: true, enumerable: true, writable: true });
  return copy;
}
