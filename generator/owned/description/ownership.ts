// What in a description is errtable's: components that name their table and bear its hash, and responses that their operation lists.
import { hash } from "node:crypto";
import { isObject, type Json, type JsonObject } from "../../text/json/value.ts";

/**
 * On a component: "<table> <hash of the component without this>". On a map such as `components`, or on an operation: the
 * names of the maps in it that errtable made, which go when they are empty.
 */
export const MARK = "x-errtable";

/** On an operation: the statuses of its responses that are there for a table. */
export function statusesMark(table: string): string {
  return `${MARK}-${table}`;
}

/** The tables that an operation's responses are of. */
export function tablesOf(operation: JsonObject): readonly string[] {
  return Object.keys(operation).flatMap((name) => (name.startsWith(`${MARK}-`) ? [name.slice(MARK.length + 1)] : []));
}

export function marked(component: JsonObject, table: string): JsonObject {
  return { ...component, [MARK]: `${table} ${hashOf(component)}` };
}

/** The table whose component this is; undefined for people's own. */
export function ownerOf(component: Json | undefined): string | undefined {
  return readMark(component)?.table;
}

/** The component bears its mark, and is not what the mark was made of. */
export function isEdited(component: Json | undefined): boolean {
  const mark = readMark(component);
  return mark !== undefined && mark.hash !== hashOf(component as JsonObject);
}

export function wordsOf(mark: Json | undefined): readonly string[] {
  return typeof mark === "string" ? mark.split(" ").filter((word) => word !== "") : [];
}

function readMark(component: Json | undefined): { readonly table: string; readonly hash: string } | undefined {
  const [table, digest, ...more] = isObject(component) ? wordsOf(component[MARK]) : [];
  return table === undefined || digest === undefined || more.length > 0 ? undefined : { table, hash: digest };
}

/** Of the data: neither the order of members nor their layout counts, which formatters change. */
function hashOf({ [MARK]: _, ...component }: JsonObject): string {
  return hash("sha256", canonicalText(component), "hex").slice(0, 16);
}

function canonicalText(value: Json): string {
  return JSON.stringify(value, (_, inner: Json) =>
    isObject(inner)
      ? Object.fromEntries<Json | undefined>(
          Object.keys(inner)
            .toSorted()
            .map((name) => [name, inner[name]]),
        )
      : inner,
  );
}
