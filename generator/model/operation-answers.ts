// The operations of a table become, by code, the answers of operations that are this error.
import { groupBy } from "../diagnostic/group-by.ts";
import type { AnswerModel, Model } from "./model.ts";

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
