// The parts of a file that have errors of form, and the file's data without them, so that the rules can check the rest.

import { groupBy } from "../diagnostic/group-by.ts";
import { type Member, membersOf, recordOfMembers } from "../text/json/listed-members.ts";
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
  const without = ([name, value]: Member): readonly Member[] => {
    const inner = byStep.get(name)?.map((path) => path.slice(1)) ?? [];
    return inner.some((path) => path.length === 0) ? [] : [[name, withoutValues(value, inner)]];
  };
  if (Array.isArray(data))
    return Object.entries(data)
      .flatMap(without)
      .map(([, value]) => value);
  return changed(data as JsonMap, byStep, without);
}

type JsonMap = Readonly<Record<string, unknown>>;

/** Undefined where a field is broken that the file has no meaning without. */
export function withoutBroken(data: unknown, { codes, fields }: Broken): object | undefined {
  if (codes.size === 0 && fields.size === 0) return data as object;
  const all = data as JsonMap;
  const isTranslation = "translates" in all;
  if (fields.has("errtable") || fields.has("translates") || (isTranslation && fields.has("locale"))) return undefined;
  // The code is known, and nothing is known of it.
  const withoutRow = ([code]: Member): readonly Member[] => (isTranslation ? [] : [[code, {}]]);
  // The fields keep their order, so that results that depend on them are kept, too.
  const kept = membersOf(all).flatMap(([field, value]): readonly Member[] => {
    if (field === "errors") return [[field, changed((value ?? {}) as JsonMap, codes, withoutRow)]];
    if (field === "name") return isTranslation ? [] : [[field, typeof value === "string" ? value : "Table"]];
    return fields.has(field) ? [] : [[field, value]];
  });
  return recordOf(isTranslation || "name" in all ? kept : [["name", "Table"], ...kept]);
}

/** The map with other members in the place of some of them. */
function changed(map: JsonMap, names: { has(name: string): boolean }, change: (member: Member) => readonly Member[]) {
  const members: Member[] = [];
  for (const member of membersOf(map)) {
    if (names.has(member[0])) members.push(...change(member));
    else members.push(member);
  }
  return recordOfMembers(members);
}
