// The values that stand in the place of codes and are none, as the names of parts that a table does not have.
import type { Json } from "../text/json/value.ts";
import type { Dropped } from "./found-table.ts";

export function namesOfNoCodes(
  values: readonly (Json | undefined)[],
  isCode: (value: Json) => boolean,
): readonly Dropped[] {
  const others = values.filter((value) => value !== undefined).filter((value) => !isCode(value));
  const names = others.map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
  return [...new Set(names)].map((name) => ({ reason: "values that are no codes", name }));
}
