// A difference between two versions of a table, as plain data: the rule that found it, the values before and after, and the words for people.
import type { Path } from "../text/json/pointer.ts";
import type { Json, JsonObject } from "../text/json/value.ts";
import { withoutUndefined } from "../text/json/value.ts";

/** major: programs stop working. dangerous: some do, because of assumptions that they make. minor: something is new. patch: texts for people. */
export const LEVELS = ["major", "dangerous", "minor", "patch"] as const;
export type Level = (typeof LEVELS)[number];

/** Consumers read errors, producers make them. */
export type Side = "consumer" | "producer" | "both";

/** wire: bodies and headers differ, so that programs that run already are hit. source: generated code differs, so that programs are hit when they take the new types. */
export type Scope = "wire" | "source" | "both";

/** The programs that count: those that run already, those that take new types, or both. */
export type Programs = "wire" | "source" | "all";

export function concerns({ scope }: Pick<Change, "scope">, programs: Programs): boolean {
  return programs === "all" || scope === "both" || scope === programs;
}

export interface Change<Id extends string = string> extends Identified<Id> {
  readonly level: Level;
  readonly side: Side;
  readonly scope: Scope;
  /** A full sentence that names the difference, with the user's names in double quotes. */
  readonly message: string;
  /** A sentence that says what to do. */
  readonly help: string;
  readonly where: ChangePlace;
}

/** An entry of accepted breaks is compared with these members of a break. */
export interface Identified<Id extends string = string> extends Subject {
  /** The id of the rule. */
  readonly rule: Id;
}

/** The difference itself, without words for people: its JSON stays the same when messages are worded anew and lines move. */
export interface Subject {
  /** The code as the baseline has it; as the new table has it where the baseline lacks it. Absent for a difference of the table as a whole. */
  readonly code?: string;
  /** The name of a case of the code. */
  readonly case?: string;
  /** The name of a part: a param, a header, an operation, a tag, a locale, or a member of bodies as a JSON Pointer. */
  readonly part?: string;
  /** Absent where the baseline has no such part. */
  readonly old?: Json;
  /** Absent where the new table has no such part. */
  readonly new?: Json;
}

/** A path from the root of a table, in the new one wherever the part is there. */
export interface ChangePlace {
  readonly in: "old" | "new";
  readonly path: Path;
}

/** The identity of a change, for a fingerprint: the rule, the subject and the values, never texts for people or places. */
export function identityOf({ rule, code, case: name, part, old, new: after }: Identified): JsonObject {
  return withoutUndefined({ rule, code, case: name, part, old, new: after });
}
