// A code becomes the words of `errtable explain`; where errors in the table forbid a model, its own fields.
import type { Colors } from "picocolors/types.js";
import { caseName } from "../../diagnostic/case-name.ts";
import { memoize } from "../../diagnostic/memoize.ts";
import {
  entryText,
  explainError,
  explainRetired,
  meaningFields,
  referenceFields,
} from "../../explain/explain-error.ts";
import { buildModel } from "../../model/build.ts";
import { statusLines } from "../../model/http-status.ts";
import type { Model } from "../../model/model.ts";
import type { NamedError } from "../../reader/table/answered-errors.ts";
import { type ResolvedTable, statusesOf } from "../../reader/table/resolve.ts";

export function explainedCode({ code, case: name }: NamedError, table: ResolvedTable, colors: Colors): string {
  const { model } = modelOf(table);
  const error = model?.errors.find((one) => one.code === code);
  if (model !== undefined && error !== undefined) return explainError(error, model, colors);
  const retired = model?.retired.find((one) => one.code === code);
  if (model !== undefined && retired !== undefined) return explainRetired(retired, model, colors);
  const entry = table.errors.get(code);
  const one = entry?.cases.find((each) => each.name === name) ?? entry;
  const title = table.root.table.title ?? table.root.table.name;
  if (one === undefined) return `There is no error "${caseName(code, name)}" in ${title}.\n`;
  const { spec } = one;
  const fields = [
    ["Message", spec.message] as const,
    ...meaningFields({ ...texts(spec), retry: spec.retry }),
    ...referenceFields({ links: [] }),
  ];
  return entryText(
    caseName(code, name),
    statusLines({ statuses: statusesOf(one) }),
    { title } as Model,
    fields,
    colors,
  );
}

function texts({ description, solution }: { readonly description?: string; readonly solution?: string }) {
  return { ...(description === undefined ? {} : { description }), ...(solution === undefined ? {} : { solution }) };
}

/** A table with errors may have no model. */
const modelOf = memoize((table: ResolvedTable): { readonly model: Model | undefined } => {
  try {
    return { model: buildModel(table) };
  } catch {
    return { model: undefined };
  }
});
