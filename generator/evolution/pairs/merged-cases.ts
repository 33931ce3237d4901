// A case that is gone becomes the case that still says all that it said.
import type { CaseModel } from "../../model/model.ts";
import type { ErrorPair } from "./comparison.ts";
import { isSameShape, messageShape } from "./message-shape.ts";

/** Undefined where no case of the new table has its statuses, and its message or none at all. */
export function mergedInto(one: CaseModel, { new: after }: Pick<ErrorPair, "new">): CaseModel | undefined {
  return after.cases.find(
    (other) =>
      one.statuses.every((status) => other.statuses.includes(status)) &&
      (other.template === undefined ||
        (one.template !== undefined &&
          isSameShape(messageShape(one.template, one.params), messageShape(other.template, other.params)))),
  );
}
