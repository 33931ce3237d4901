// Errors of tables without cases become flat records of all their facts.
import { type CaseModel, type ErrorModel, type Model, mainCase } from "../../generator/model/model.ts";

export type FlatError = ErrorModel &
  Omit<CaseModel, "texts" | "links" | "extensions" | "name" | "details"> & {
    readonly status: number;
    readonly details?: NonNullable<CaseModel["details"]>["schema"];
  };

export function flatErrors({ errors }: Pick<Model, "errors">): readonly FlatError[] {
  return errors.map((error) => {
    const { template, params, headers, constants, details, examples } = mainCase(error);
    return {
      ...error,
      status: error.statuses[0] ?? 0,
      ...(template === undefined ? {} : { template }),
      params,
      headers,
      constants,
      ...(details === undefined ? {} : { details: details.schema }),
      examples,
    };
  });
}
