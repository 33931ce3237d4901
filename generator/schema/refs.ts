// A schema with local references becomes one without any; a reference that cannot be replaced is a problem with its path.

import { memoize } from "../diagnostic/memoize.ts";
import { type Path, pointerText } from "../text/json/pointer.ts";
import { entriesOf, isObject, type Json, type JsonObject, type JsonSchema } from "../text/json/value.ts";
import { percentDecoded } from "../text/percent-decoded.ts";
import { isNote } from "./keywords.ts";
import { mapSchemas } from "./walk.ts";

export interface InlinedSchema {
  /** Without $ref, definitions and $defs. A reference with a problem has become a schema that allows everything. */
  readonly schema: JsonSchema;
  readonly problems: readonly RefProblem[];
}

export interface RefProblem {
  readonly kind: "external" | "unknown" | "recursive" | "too-large";
  /** From the root of the schema to the value of $ref. */
  readonly path: Path;
  readonly ref: string;
  /** The definitions that there are, as references. */
  readonly known: readonly string[];
}

/**
 * References may name `#/definitions/X` and `#/$defs/X` of the same schema. A few lines of definitions that name each
 * other twice would grow to millions, so the result may only be a modest multiple of the written schema.
 */
export function inlineRefs(schema: JsonSchema): InlinedSchema {
  return typeof schema === "boolean" ? { schema, problems: [] } : inlineAll(schema);
}

const DEFINITIONS = ["definitions", "$defs"];

/** Several rules and the model ask for the same schemas. */
const inlineAll = memoize((root: JsonObject): InlinedSchema => {
  const targets = new Map<string, { readonly schema: JsonSchema; readonly path: Path }>(
    DEFINITIONS.flatMap((keyword) =>
      entriesOf<JsonSchema>(root[keyword]).map(([name, schema]) => {
        return [`#${pointerText([keyword, name])}`, { schema, path: [keyword, name] }] as const;
      }),
    ),
  );
  const problems: RefProblem[] = [];
  const done = new Map<string, JsonSchema>();
  /** The references that are being followed. */
  const open = new Set<string>();

  const inline = (schema: JsonSchema, path: Path): JsonSchema => {
    if (typeof schema === "boolean") return schema;
    const { $ref, definitions: _, $defs: __, ...others } = schema;
    const beside = mapSchemas(others, (inner, steps) => inline(inner, [...path, ...steps]));
    return typeof $ref === "string" ? merge(follow($ref, [...path, "$ref"]), beside) : beside;
  };

  const follow = (written: string, path: Path): JsonSchema => {
    const ref = targets.has(written) ? written : percentDecoded(written);
    const finished = done.get(ref);
    if (finished !== undefined) return finished;
    const target = targets.get(ref);
    if (target === undefined || open.has(ref)) {
      const kind = target !== undefined || ref === "#" ? "recursive" : ref.startsWith("#") ? "unknown" : "external";
      problems.push({ kind, path, ref: written, known: [...targets.keys()] });
      return true;
    }
    open.add(ref);
    const result = inline(target.schema, target.path);
    open.delete(ref);
    done.set(ref, result);
    return result;
  };

  const schema = inline(root, []);
  // A definition that no reference names is left out, yet its own references are checked.
  for (const [ref, { path }] of targets) follow(ref, path);
  const [first] = targets.keys();
  if (first === undefined || countNodes(schema) <= 200 + 40 * countNodes(root)) return { schema, problems };
  problems.push({ kind: "too-large", path: [], ref: first, known: [...targets.keys()] });
  return { schema: true, problems };
});

/** Of the keywords beside a reference, notes replace the target's notes, and every other keyword applies as well. */
function merge(target: JsonSchema, beside: JsonObject): JsonSchema {
  const keywords = Object.keys(beside);
  if (keywords.length === 0) return target;
  if (keywords.every(isNote)) {
    const base: JsonObject = isObject(target) ? target : target ? {} : { not: {} };
    return { ...base, ...beside };
  }
  const { allOf = [], ...others } = beside;
  return { ...others, allOf: [target, ...(allOf as readonly Json[])] };
}

/** How many values there would be if each was written out. A result shares parts, so each part is counted once. */
function countNodes(value: Json, counts = new Map<Json, number>()): number {
  if (typeof value !== "object" || value === null) return 1;
  let count = counts.get(value);
  if (count === undefined) {
    count = Object.values<Json>(value).reduce<number>((sum, inner) => sum + countNodes(inner, counts), 1);
    counts.set(value, count);
  }
  return count;
}
