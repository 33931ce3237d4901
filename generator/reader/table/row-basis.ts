// A row becomes the parts of files that it alone is resolved from.
import { caseName } from "../../diagnostic/case-name.ts";
import type { Entry, Table, Translation } from "../spec.gen.ts";

/** A list, or the row alone. Where it holds the very same parts again, the row is resolved as before. */
export function rowBasis(
  code: string,
  row: Entry,
  { errors }: Table,
  translations: readonly { readonly translation: Translation }[],
): unknown {
  if (translations.length === 0) return row;
  const translated = (name: string) => translations.map(({ translation }) => translation.errors?.[name]);
  const cases = Object.keys(row.cases ?? {}).flatMap((name) => {
    const short = caseName(code, name);
    return [Object.hasOwn(errors, short), ...translated(short)];
  });
  return [row, ...translated(code), ...cases];
}
