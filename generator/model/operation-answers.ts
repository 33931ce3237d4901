// The operations of a table become, by code, the answers of operations that are this error; an error becomes the part that is such an answer.
import { groupBy } from "../diagnostic/group-by.ts";
import type { AnswerModel, ErrorModel, Model } from "./model.ts";

export interface OperationAnswer extends AnswerModel {
  /** The name of the operation; "*" for all of them. */
  readonly operation: string;
}

/** In the order of the operations. */
export function answersByCode({ operations }: Model): ReadonlyMap<string, readonly OperationAnswer[]> {
  const answers = operations.flatMap(({ name, answers: all }) =>
    all.map((answer): OperationAnswer => ({ ...answer, operation: name })),
  );
  return groupBy(answers, ({ code }) => code);
}

/** An error with the cases and statuses of the answers that are this error; undefined where none of them is. */
export function answeredPart(error: ErrorModel, answers: readonly AnswerModel[]): ErrorModel | undefined {
  const own = answers.filter(({ code }) => code === error.code);
  const cases = error.cases.flatMap((one) => {
    const meant = own.filter((answer) => answer.case === undefined || answer.case === one.name);
    if (meant.length === 0) return [];
    const isWhole = meant.some(({ status }) => status === undefined);
    if (isWhole) return [one];
    const statuses = one.statuses.filter((status) => meant.some((answer) => answer.status === status));
    return statuses.length === 0 ? [] : [{ ...one, statuses }];
  });
  if (cases.length === 0) return undefined;
  const statuses = error.statuses.filter((status) => cases.some((one) => one.statuses.includes(status)));
  return { ...error, cases, statuses };
}
