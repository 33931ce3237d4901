// The parts of a file that have errors of form, and the file's data without them, so that the rules can check the rest.

import { groupBy } from "../diagnostic/group-by.ts";
import type { Path } from "../text/json/pointer.ts";
import { recordOf } from "../text/json/value.ts";

/** The rules cannot rely on these parts. No outputs are made of such a file. */
export interface Broken {
  /** The codes whose rows stand in the data without their fields. */
  readonly codes: ReadonlySet<string>;
  /** The fields at the top that are left out of the data, such as "groups"; "errors" where codes may be missing. */
  readonly fields: ReadonlySet<string>;
  /** The JSON Pointers of values with errors of form: any other finding about them says nothing. */
  readonly values: ReadonlySet<string>;
}

export const NOTHING_BROKEN: Broken = { codes: new Set(), fields: new Set(), values: new Set() };

export function withBroken(broken: Broken, field: string): Broken {
  return { ...broken, fields: new Set([...broken.fields, field]) };
}

/** Undefined where the file as a whole has no form. */
export function brokenAt(paths: readonly Path[]): Broken | undefined {
  const codes = new Set<string>();
  const fields = new Set<string>();
  for (const [field, code] of paths) {
    if (field === undefined || (field === "errors" && code === undefined)) return undefined;
    if (field === "errors") codes.add(String(code));
    else fields.add(String(field));
  }
  return { codes, fields, values: new Set() };
}

export function isBrokenAt([field, code]: Path, { codes, fields }: Broken): boolean {
  return field === "errors" ? codes.has(String(code)) : fields.has(String(field));
}

/** The data without the values at some paths; other parts of it stay as they are. */
export function withoutValues(data: unknown, paths: readonly Path[]): unknown {
  if (paths.length === 0 || typeof data !== "object" || data === null) return data;
  const byStep = groupBy(paths, ([step]) => String(step));
  const without = ([name, value]: readonly [string, unknown]): readonly (readonly [string, unknown])[] => {
    const inner = (byStep.get(name) ?? []).map((path) => path.slice(1));
    return inner.some((path) => path.length === 0) ? [] : [[name, withoutValues(value, inner)]];
  };
  const entries = Object.entries(data).flatMap(without);
  return Array.isArray(data) ? entries.map(([, value]) => value) : recordOf(entries);
}

/** Undefined where a field is broken that the file has no meaning without. */
export function withoutBroken(data: unknown, { codes, fields }: Broken): object | undefined {
  if (codes.size === 0 && fields.size === 0) return data as object;
  const { errors, name, ...others } = data as Readonly<Record<string, unknown>>;
  const isTranslation = "translates" in others;
  if (fields.has("errtable") || fields.has("translates") || (isTranslation && fields.has("locale"))) return undefined;
  const kept = Object.entries(others).filter(([field]) => !fields.has(field));
  const rows = Object.entries((errors ?? {}) as object).flatMap(([code, row]): [string, unknown][] => {
    if (!codes.has(code)) return [[code, row]];
    // The code is known, and nothing is known of it.
    return isTranslation ? [] : [[code, {}]];
  });
  return {
    ...recordOf(kept),
    ...(isTranslation ? {} : { name: typeof name === "string" ? name : "Table" }),
    ...(errors === undefined ? {} : { errors: recordOf(rows) }),
  };
}
