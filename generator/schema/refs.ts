// A schema with local references becomes one without any; what cannot be put in place is a problem with its path.
import type { Path } from "../text/json/pointer.ts";
import type { Json, JsonObject, JsonSchema } from "../text/json/value.ts";

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
 * other twice would grow to millions, so the result may only be a modest multiple of what was written.
 */
export function inlineRefs(schema: JsonSchema): InlinedSchema {
  if (typeof schema === "boolean") return { schema, problems: [] };
  const inlined = known.get(schema) ?? inlineAll(schema);
  known.set(schema, inlined);
  return inlined;
}

/** Several rules and the model ask for the same schemas. */
const known = new WeakMap<JsonObject, InlinedSchema>();

function inlineAll(schema: JsonObject): InlinedSchema {
  const targets = collectTargets(schema);
  const inlining: Inlining = { targets, done: new Map(), open: new Set(), problems: [] };
  const whole = visit(schema, [], inlining);
  // A definition that nothing names is left out, yet what it refers to has to be there.
  for (const [ref, { path }] of targets) follow(ref, path, inlining);
  if (targets.size > 0 && whole.size > 200 + 20 * countNodes(schema)) {
    const [ref = "#"] = targets.keys();
    inlining.problems.push({ kind: "too-large", path: [], ref, known: [...targets.keys()] });
    return { schema: true, problems: inlining.problems };
  }
  return { schema: whole.schema, problems: inlining.problems };
}

interface Inlining {
  readonly targets: ReadonlyMap<string, Target>;
  readonly done: Map<string, Sized>;
  /** The references that are being followed. */
  readonly open: Set<string>;
  readonly problems: RefProblem[];
}

interface Target {
  readonly schema: JsonSchema;
  readonly path: Path;
}

interface Sized {
  readonly schema: JsonSchema;
  /** How many values there would be if each was written out. */
  readonly size: number;
}

function collectTargets(schema: JsonObject): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  for (const keyword of DEFINITIONS) {
    for (const [name, target] of Object.entries((schema[keyword] ?? {}) as JsonObject)) {
      const token = name.replaceAll("~", "~0").replaceAll("/", "~1");
      targets.set(`#/${keyword}/${token}`, { schema: target as JsonSchema, path: [keyword, name] });
    }
  }
  return targets;
}

function visit(schema: JsonSchema, path: Path, inlining: Inlining): Sized {
  if (typeof schema === "boolean") return { schema, size: 1 };
  const rest = visitKeywords(schema, path, inlining);
  const ref = schema["$ref"];
  return typeof ref === "string" ? merge(follow(ref, [...path, "$ref"], inlining), rest) : rest;
}

function visitKeywords(schema: JsonObject, path: Path, inlining: Inlining): Sized {
  let size = 1;
  const result: Record<string, Json> = {};
  const put = (keyword: string, value: Json): void => {
    result[keyword] = value;
  };
  const inline = (value: JsonSchema, at: Path): JsonSchema => {
    const inner = visit(value, at, inlining);
    size += inner.size;
    return inner.schema;
  };
  for (const [keyword, value] of Object.entries(schema)) {
    const at = [...path, keyword];
    if (keyword === "$ref" || DEFINITIONS.includes(keyword)) continue;
    if (MAPS.has(keyword))
      put(
        keyword,
        mapValues(value as JsonObject, (inner, name) => inlineMember(inner, [...at, name], inline)),
      );
    else if (SCHEMAS.has(keyword))
      put(keyword, inlineOneOrMany(value as JsonSchema | readonly JsonSchema[], at, inline));
    else {
      size += countNodes(value);
      put(keyword, value);
    }
  }
  return { schema: result, size };
}

type Inline = (value: JsonSchema, at: Path) => JsonSchema;

/** `dependencies` holds lists of names beside schemas. */
function inlineMember(value: Json, at: Path, inline: Inline): Json {
  return Array.isArray(value) ? value : inline(value as JsonSchema, at);
}

function inlineOneOrMany(value: JsonSchema | readonly JsonSchema[], at: Path, inline: Inline): Json {
  return Array.isArray(value)
    ? value.map((item: JsonSchema, index) => inline(item, [...at, index]))
    : inline(value as JsonSchema, at);
}

function follow(written: string, path: Path, inlining: Inlining): Sized {
  const ref = inlining.targets.has(written) ? written : decode(written);
  const problem = (kind: RefProblem["kind"]): Sized => {
    inlining.problems.push({ kind, path, ref: written, known: [...inlining.targets.keys()] });
    return { schema: true, size: 1 };
  };
  const known = inlining.done.get(ref);
  if (known !== undefined) return known;
  const target = inlining.targets.get(ref);
  if (ref === "#" || inlining.open.has(ref)) return problem("recursive");
  if (target === undefined) return problem(ref.startsWith("#") ? "unknown" : "external");
  inlining.open.add(ref);
  const result = visit(target.schema, target.path, inlining);
  inlining.open.delete(ref);
  inlining.done.set(ref, result);
  return result;
}

function decode(ref: string): string {
  try {
    return decodeURIComponent(ref);
  } catch {
    return ref;
  }
}

/** What stands beside a reference: notes replace those of the target, and every other keyword applies as well. */
function merge(target: Sized, beside: Sized): Sized {
  const keywords = Object.entries(beside.schema as JsonObject);
  if (keywords.length === 0) return target;
  const size = target.size + beside.size;
  if (keywords.every(([keyword]) => ANNOTATIONS.has(keyword))) {
    const base: JsonObject = typeof target.schema === "boolean" ? (target.schema ? {} : { not: {} }) : target.schema;
    return { schema: { ...base, ...(beside.schema as JsonObject) }, size };
  }
  const { allOf = [], ...others } = beside.schema as JsonObject & { readonly allOf?: readonly Json[] };
  return { schema: { ...others, allOf: [target.schema, ...allOf] }, size };
}

function mapValues(object: JsonObject, change: (value: Json, name: string) => Json): JsonObject {
  const result: Record<string, Json> = Object.create(null) as Record<string, Json>;
  for (const [name, value] of Object.entries(object)) result[name] = change(value, name);
  return result;
}

function countNodes(value: Json): number {
  if (typeof value !== "object" || value === null) return 1;
  let count = 1;
  for (const inner of Object.values(value) as readonly Json[]) count += countNodes(inner);
  return count;
}

const DEFINITIONS: readonly string[] = ["definitions", "$defs"];
const MAPS: ReadonlySet<string> = new Set(["properties", "patternProperties", "dependencies"]);
const SCHEMAS: ReadonlySet<string> = new Set([
  "additionalItems",
  "additionalProperties",
  "allOf",
  "anyOf",
  "contains",
  "else",
  "if",
  "items",
  "not",
  "oneOf",
  "propertyNames",
  "then",
]);
const ANNOTATIONS: ReadonlySet<string> = new Set([
  "$comment",
  "default",
  "deprecated",
  "description",
  "example",
  "examples",
  "readOnly",
  "title",
  "writeOnly",
]);
