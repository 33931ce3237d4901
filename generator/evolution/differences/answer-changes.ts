// The operations of a table in two versions become the errors that each of them gained or lost.
import { caseName } from "../../diagnostic/case-name.ts";
import { memoize } from "../../diagnostic/memoize.ts";
import type { Model } from "../../model/model.ts";
import type { Comparison } from "../pairs/comparison.ts";

export interface AnswerChange {
  readonly kind: "gained" | "lost";
  readonly operation: string;
  readonly code: string;
  /** One case of the error; absent for all of them. */
  readonly case?: string;
}

/** Only operations that both versions have, and only errors that both have: others are differences of the whole table. */
export const answerChanges = memoize(({ old, new: after, errors }: Comparison): readonly AnswerChange[] => {
  const [before, now] = [answersOf(old), answersOf(after)];
  const renamed = new Map(errors.map(({ old: one, new: same }) => [one.code, same.code]));
  const kept = new Set(renamed.values());
  const changes: AnswerChange[] = [];
  for (const [operation, answers] of before) {
    const others = now.get(operation);
    if (others === undefined) continue;
    const translated = new Map(
      [...answers].flatMap(([key, [code, name]]) => {
        const same = renamed.get(code);
        return same === undefined ? [] : [[key.replace(code, same), [same, name] as const] as const];
      }),
    );
    const common = operation === "*" ? undefined : [before.get("*"), now.get("*")];
    const isIn = (key: string, code: string, all: Answers | undefined, shared: Answers | undefined) =>
      [all, shared].some((each) => each?.has(key) === true || each?.has(code) === true);
    for (const [key, [code, name]] of others)
      if (kept.has(code) && !isIn(key, code, translated, common?.[0]))
        changes.push(changeOf("gained", operation, code, name));
    for (const [key, [code, name]] of translated)
      if (!isIn(key, code, others, common?.[1]) && !hasCase(others, code))
        changes.push(changeOf("lost", operation, code, name));
  }
  return changes;
});

/** The code and the case by the name of both; a whole code has the code as its name. */
type Answers = ReadonlyMap<string, readonly [code: string, name: string | undefined]>;

function answersOf({ operations }: Model): ReadonlyMap<string, Answers> {
  return new Map(
    operations.map(({ name, answers }) => [
      name,
      new Map(answers.map(({ code, case: one }) => [caseName(code, one), [code, one] as const])),
    ]),
  );
}

function hasCase(answers: Answers, code: string): boolean {
  return [...answers.values()].some(([each]) => each === code);
}

function changeOf(kind: AnswerChange["kind"], operation: string, code: string, name: string | undefined): AnswerChange {
  return { kind, operation, code, ...(name === undefined ? {} : { case: name }) };
}
