// The HTTP statuses, the retry class and the tags become types of the errors that share one.
import type { TableNames } from "../names.ts";
import { declareAlias } from "../printer/declarations.ts";
import type { Declaration } from "../printer/module.ts";
import type { TypeShape } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";

/** A fact that errors share, with the names and the comments of the declarations that are made for it. */
export type ErrorClass = ReturnType<typeof errorClasses>[number];

export function errorClasses(names: TableNames) {
  const status = {
    fact: "status",
    /** The fact as the lookup has it. */
    facts: "statuses",
    /** The fact as a part of names. */
    kind: "Status",
    type: names.status,
    doc: "The HTTP statuses of the errors.",
    by: names.byStatus,
    byDoc: "The errors by their HTTP statuses.",
    of: names.ofStatus,
    ofDoc: "The errors that may come with this HTTP status.",
    guard: names.isOfStatus,
    guardDoc: "Whether a value is an error that may come with this HTTP status.",
    /** The member of a match's arms that holds the arms for this fact. */
    arms: names.statusArms,
    armsDoc: "Arms for the errors of a status whose codes have no arms of their own.",
  } as const;
  const retry = {
    fact: "retry",
    facts: undefined,
    kind: "Retry",
    type: names.retry,
    doc: "The result of sending the same request again. Never: it fails again. Backoff: it may succeed after a growing delay. Throttled: it exceeded a limit, and may succeed later.",
    by: names.byRetry,
    byDoc: "The errors by their retry classes. Errors without a retry class are in none of them.",
    of: names.ofRetry,
    ofDoc: "The errors of this retry class.",
    guard: names.isOfRetry,
    guardDoc: "Whether a value is an error of this retry class.",
    arms: names.retryArms,
    armsDoc: "Arms for the errors of a retry class that have no other arm.",
  } as const;
  const tag = {
    fact: "tag",
    facts: "tags",
    kind: "Tag",
    type: names.tag,
    doc: "The tags of the errors, the classes that programs ask for.",
    by: names.byTag,
    byDoc: "The errors by their tags.",
    of: names.ofTag,
    ofDoc: "The errors with this tag.",
    guard: names.isTagged,
    guardDoc: "Whether a value is an error with this tag.",
    arms: undefined,
    armsDoc: undefined,
  } as const;
  return [status, retry, tag] as const;
}

/** A class that has arms in a match. */
export type ArmClass = Extract<ErrorClass, { readonly arms: string }>;

/** The classes that have arms in a match, in the order of their precedence. */
export function armClasses(plan: Plan): readonly ArmClass[] {
  const [status, retry] = errorClasses(plan.names);
  return [...(hasStatuses(plan) ? [status] : []), ...(hasRetries(plan) ? [retry] : [])];
}

/** The classes that have a guard. */
export function guardClasses(plan: Plan): readonly ErrorClass[] {
  const [, , tag] = errorClasses(plan.names);
  return [...armClasses(plan), ...(hasTags(plan) ? [tag] : [])];
}

export function hasStatuses({ byStatus }: Plan): boolean {
  return byStatus.size > 0;
}

export function hasTags({ byTag }: Plan): boolean {
  return byTag.size > 0;
}

export function hasRetries({ errors }: Plan): boolean {
  return errors.some(({ retry }) => retry !== undefined);
}

export function ofClass({ of, ofDoc, kind, type }: ErrorClass, errors: TypeShape): Declaration {
  return declareAlias({ name: of, doc: ofDoc, typeParameters: [`${kind} extends ${type}`], type: errors });
}
