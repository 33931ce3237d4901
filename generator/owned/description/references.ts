// Local references of a description: the keys that they name, and the places of the references of other people.

import { pointerTokens } from "../../text/json/pointer.ts";
import { isObject, type Json, type JsonObject } from "../../text/json/value.ts";
import { percentDecoded } from "../../text/percent-decoded.ts";
import type { MemberPath } from "./member-changes.ts";
import { ownerOf, statusesMark, tablesOf, wordsOf } from "./ownership.ts";

/** The keys that a reference such as "#/paths/~1things" names; undefined where it leads out of the description. */
export function referencePath(ref: string): MemberPath | undefined {
  return ref.startsWith("#/") ? pointerTokens(percentDecoded(ref.slice(1))) : undefined;
}

/** The first place of each reference, without those in components and responses that errtable wrote. */
export function findReferences(data: Json): ReadonlyMap<string, MemberPath> {
  const found = new Map<string, MemberPath>();
  const seen = new Set<Json>();
  const path: string[] = [];
  const visit = (value: Json | undefined, skipped: ReadonlySet<string>): void => {
    // A value that aliases share comes up at several places.
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    if (skipped.size === 0) seen.add(value);
    if (isObject(value)) {
      if (ownerOf(value) !== undefined) return;
      const { $ref } = value;
      if (typeof $ref === "string" && !found.has($ref)) found.set($ref, [...path, "$ref"]);
    }
    const isOperation = isObject(value) && isObject(value["responses"]);
    for (const [name, member] of Object.entries(value)) {
      if (skipped.has(name)) continue;
      path.push(name);
      visit(member, isOperation && name === "responses" ? statusesOf(value as JsonObject) : NONE);
      path.pop();
    }
  };
  visit(data, NONE);
  return found;
}

const NONE: ReadonlySet<string> = new Set();

/** The statuses of an operation whose responses come from tables. */
function statusesOf(operation: JsonObject): ReadonlySet<string> {
  return new Set(tablesOf(operation).flatMap((table) => wordsOf(operation[statusesMark(table)])));
}
