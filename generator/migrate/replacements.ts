// The replacements of retired and deprecated codes become a list: each code with the code, and its error, that stands for it today.

import type { WireCode } from "../model/body-model.ts";
import type { ErrorModel, Model } from "../model/model.ts";
import { wireCodeOf } from "../model/wire-code.ts";

export interface Replacement {
  /** As the table spells them. */
  readonly from: string;
  readonly to: string;
  /** As they travel. */
  readonly wireFrom: WireCode;
  readonly wireTo: WireCode;
  readonly newError: ErrorModel;
  /** Where the old code is still in the table. */
  readonly oldError?: ErrorModel | undefined;
  /** The case of the new code that takes the place; then a person has to decide. */
  readonly newCase?: string | undefined;
}

export interface ReplacementRequest {
  /** The old codes to replace; all of them where it is empty. */
  readonly only: readonly string[];
  /** Names that were changed without a retired code, as "Old=New". */
  readonly renames: readonly (readonly [from: string, to: string])[];
}

export function replacementsOf(model: Model, { only, renames }: ReplacementRequest): readonly Replacement[] {
  const errors = new Map(model.errors.map((error) => [error.code, error]));
  const next = new Map<string, string>(renames);
  for (const { code, replacedBy } of model.retired) if (replacedBy !== undefined) next.set(code, replacedBy);
  for (const { code, deprecated } of model.errors)
    if (deprecated?.replacedBy !== undefined) next.set(code, deprecated.replacedBy);
  return [...next.keys()].flatMap((from) => {
    if (only.length > 0 && !only.includes(from)) return [];
    const end = endOfChain(from, next);
    const { code: to, newCase } = caseOf(end, errors);
    const newError = errors.get(to);
    if (newError === undefined || to === from) return [];
    const wireFrom = wireCodeOf(from, model.body.code);
    return [{ from, to, wireFrom, wireTo: newError.wireCode, newError, oldError: errors.get(from), newCase }];
  });
}

/** The rules let no chain lead back; a table with errors has no model. */
function endOfChain(from: string, next: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let end = from;
  for (let step = next.get(end); step !== undefined && !seen.has(step); step = next.get(end)) {
    seen.add(step);
    end = step;
  }
  return end;
}

function caseOf(name: string, errors: ReadonlyMap<string, ErrorModel>) {
  if (errors.has(name)) return { code: name, newCase: undefined };
  const dot = name.lastIndexOf(".");
  return { code: name.slice(0, Math.max(dot, 0)), newCase: name.slice(dot + 1) };
}
