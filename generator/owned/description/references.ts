// References in a description that people wrote, with their places; those in errtable's components and responses are its own.
import { isObject, type Json, type JsonObject } from "../../text/json/value.ts";
import type { Path } from "./changes.ts";
import { MARK, ownerOf, wordsOf } from "./ownership.ts";

/** By reference, where it stands first. */
export function findReferences(data: Json): ReadonlyMap<string, Path> {
  const found = new Map<string, Path>();
  const seen = new Set<Json>();
  const way: string[] = [];
  const visit = (value: Json | undefined, skipped: ReadonlySet<string>): void => {
    // What aliases stand for comes up at several places.
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    if (skipped.size === 0) seen.add(value);
    if (isObject(value)) {
      if (ownerOf(value) !== undefined) return;
      const { $ref } = value;
      if (typeof $ref === "string" && !found.has($ref)) found.set($ref, [...way, "$ref"]);
    }
    const isOperation = isObject(value) && isObject(value["responses"]);
    for (const [name, member] of Object.entries(value)) {
      if (skipped.has(name)) continue;
      way.push(name);
      visit(member, isOperation && name === "responses" ? statusesOf(value as JsonObject) : NONE);
      way.pop();
    }
  };
  visit(data, NONE);
  return found;
}

const NONE: ReadonlySet<string> = new Set();

/** The responses of an operation that are there for tables. */
function statusesOf(operation: JsonObject): ReadonlySet<string> {
  const marks = Object.entries(operation).filter(([name]) => name.startsWith(`${MARK}-`));
  return new Set(marks.flatMap(([, statuses]) => wordsOf(statuses)));
}
