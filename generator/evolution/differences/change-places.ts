// Short functions by which rules name errors and cases in messages, and their places in tables.
import { caseName } from "../../diagnostic/case-name.ts";
import type { Path } from "../../text/json/pointer.ts";
import type { ChangePlace, Subject } from "../change.ts";
import type { CasePair, ErrorPair } from "../pairs/comparison.ts";

/** A place in the row of an error that both versions have. */
export function inError({ new: after }: Pick<ErrorPair, "new">, ...steps: Path): ChangePlace {
  return { in: "new", path: ["errors", after.code, ...steps] };
}

/** A place in a case; a row without cases is its own case. */
export function inCase({ error, new: after }: CasePair, ...steps: Path): ChangePlace {
  return inError(error, ...(after.name === undefined ? [] : ["cases", after.name]), ...steps);
}

export function inTable(...path: Path): ChangePlace {
  return { in: "new", path };
}

/** In double quotes, as the new table names it. */
export function nameOf({ error, new: { name } }: CasePair): string {
  return `"${caseName(error.new.code, name)}"`;
}

/** The code and the case as the old table has them, for the identity of a change. */
export function subjectOf({ error, old: { name } }: CasePair): Pick<Subject, "code" | "case"> {
  return { code: error.old.code, ...(name === undefined ? {} : { case: name }) };
}

/** "404", "400 or 409", "no status". */
export function statusText(statuses: readonly number[]): string {
  return statuses.length === 0 ? "no stated status" : statuses.join(" or ");
}
