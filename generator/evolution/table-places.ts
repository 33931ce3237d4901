// The paths of changes become places in the files of a table: rows of imported tables stand in theirs.
import type { ResolvedTable } from "../reader/table/resolve.ts";
import type { Path } from "../text/json/pointer.ts";
import type { PlaceOf } from "./baseline.ts";

/** The place of a key; of the nearest key above it where the table lacks the part, and of its name where it has none. */
export function placesIn({ root, tables, errors }: ResolvedTable): PlaceOf {
  return (path) => {
    const [field, name] = path;
    const isRow = field === "errors" && name !== undefined;
    const owner = isRow ? errors.get(String(name))?.owner : tables.find(({ table }) => depthOf(table, path) > 1);
    const { document } = owner ?? root;
    const known = path.slice(0, depthOf(document.data, path));
    return { source: document.source, span: document.keySpan(known.length === 0 ? ["name"] : known) };
  };
}

/** How many of the steps lead to a value. */
function depthOf(data: unknown, path: Path): number {
  let value = data;
  for (const [depth, step] of path.entries()) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return depth;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return path.length;
}
