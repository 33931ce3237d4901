// The errors of a table, and the answers of an operation, become cases in responses: one for each status that a case may have.
import { memoize } from "../../diagnostic/memoize.ts";
import type { AnswerModel, CaseModel, ErrorModel, Model } from "../../model/model.ts";
import type { Range } from "./component-names.ts";

/** A case of an error in the response that may have it. */
export interface PlacedCase {
  readonly range: Range;
  readonly error: ErrorModel;
  readonly one: CaseModel;
  /** The answer of an operation, where one says more than the table does. */
  readonly answer?: AnswerModel;
}

/** All cases in all of their responses. */
export function placedErrors({ errors }: Pick<Model, "errors">): readonly PlacedCase[] {
  return errors.flatMap((error) =>
    error.cases.flatMap((one) => rangesOf(one).map((range): PlacedCase => ({ range, error, one }))),
  );
}

/** The cases that the answers of an operation name; codes that the model does not have are left out. */
export function placedAnswers(answers: readonly AnswerModel[], model: Model): readonly PlacedCase[] {
  return answers.flatMap((answer) => {
    const error = errorsIn(model).get(answer.code);
    return error === undefined ? [] : placedAnswer(answer, error);
  });
}

/** By code. */
const errorsIn = memoize(({ errors }: Model) => new Map(errors.map((error) => [error.code, error])));

function placedAnswer(answer: AnswerModel, error: ErrorModel): readonly PlacedCase[] {
  return error.cases
    .filter(({ name }) => answer.case === undefined || answer.case === name)
    .flatMap((one) =>
      rangesOf(one)
        .map((range) => (range === "default" ? (answer.status ?? range) : range))
        .filter((range) => answer.status === undefined || answer.status === range)
        .map((range) => ({ range, error, one, answer })),
    );
}

/** One response per status, or the default one where the API states no status. */
function rangesOf({ statuses }: CaseModel): readonly Range[] {
  return statuses.length === 0 ? ["default"] : statuses;
}
