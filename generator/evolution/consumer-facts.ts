// Lines of a program of the old version that rely on facts about single errors: their statuses, their retry classes and their tags.
import type { ErrorModel, Model, Retry } from "../model/model.ts";
import { strengthOf } from "./differences/retry-strength.ts";

/** The type that lines of several errors use. */
export function sharedFacts({ name, errors }: Model): readonly string[] {
  if (errors.every(({ statuses }) => statuses.length === 0)) return [];
  const status = `api.${name}ErrorStatus`;
  return [
    `type StatusOf<Each> = { [Status in ${status}]: Each extends api.${name}ErrorOfStatus<Status> ? Status : never }[${status}];`,
  ];
}

/**
 * Each line is about one error, so that the compiler has an error for each one that left its group. The types of groups are
 * assignable as long as one error is left in them, and a line about all errors of a status would compile.
 */
export function factsOf(error: ErrorModel, index: number, { name }: Model): readonly string[] {
  const { errorName, statuses, retry, tags } = error;
  const passes = (what: string, group: string): string =>
    `export const ${what}_${index} = (error: api.${errorName}): api.${name}ErrorOf${group} => error;`;
  return [
    ...statuses.map((status) => passes(`has${status}`, `Status<${status}>`)),
    ...(statuses.length === 0
      ? []
      : [`export const only_${index} = (status: StatusOf<api.${errorName}>): ${statuses.join(" | ")} => status;`]),
    ...(retry === undefined ? [] : [passes("retried", `Retry<${classesFrom(retry)}>`)]),
    ...tags.map((tag, at) => passes(`tagged${at}`, `Tag<${JSON.stringify(tag)}>`)),
  ];
}

/** The classes that promise at least as much: a stronger promise breaks no program. */
function classesFrom(retry: Retry): string {
  const classes = (["never", "backoff", "throttled"] as const).filter((each) => strengthOf(each) >= strengthOf(retry));
  return classes.map((each) => JSON.stringify(each)).join(" | ");
}
