// The paths of changes become places in the files of a table: rows of imported tables stand in theirs.
import type { ResolvedTable } from "../reader/table/resolve.ts";
import type { PlaceOf } from "./baseline.ts";

/** The place of a key; of the nearest enclosing one where the table lacks the part. */
export function placesIn({ root, tables, errors }: ResolvedTable): PlaceOf {
  return (path) => {
    const [field, name] = path;
    const owner =
      field === "errors" && name !== undefined
        ? errors.get(String(name))?.owner
        : tables.find(
            ({ table }) => holds(table, field) && (name === undefined || holds(memberOf(table, field), name)),
          );
    const { document } = owner ?? root;
    return { source: document.source, span: document.keySpan(path) };
  };
}

function holds(value: unknown, name: string | number | undefined): boolean {
  return typeof value === "object" && value !== null && name !== undefined && Object.hasOwn(value, name);
}

function memberOf(value: object, name: string | number | undefined): unknown {
  return name === undefined ? undefined : (value as Readonly<Record<string, unknown>>)[String(name)];
}
