// A case that is gone becomes the case that its bodies are of now.
import type { CaseModel } from "../../model/model.ts";
import type { ErrorPair } from "./comparison.ts";
import { isSameShape, messageShape } from "./message-shape.ts";

/** Undefined where no case of the new table has its statuses and no other constants, and its message or none at all. */
export function mergedInto(one: CaseModel, { new: after }: Pick<ErrorPair, "new">): CaseModel | undefined {
  const constants = new Set(one.constants.map((each) => JSON.stringify(each)));
  const fitting = after.cases.filter(
    (other) =>
      other.constants.every((each) => constants.has(JSON.stringify(each))) &&
      one.statuses.every((status) => other.statuses.includes(status)) &&
      (other.template === undefined ||
        (one.template !== undefined &&
          isSameShape(messageShape(one.template, one.params), messageShape(other.template, other.params)))),
  );
  // Guards look for the case with the most constants first.
  return fitting.toSorted((a, b) => b.constants.length - a.constants.length)[0];
}
