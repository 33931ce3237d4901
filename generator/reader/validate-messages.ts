// An error of ajv becomes a diagnostic: a sentence in the words of the file, its place, and how to correct it.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { FixedKinds } from "../diagnostic/kinds.ts";
import type { Span } from "../diagnostic/source.ts";
import { createCorrector, didYouMean } from "../diagnostic/suggest.ts";
import type { Edit } from "../diagnostic/text-edits.ts";
import { type Path, pointerTokens } from "../text/json/pointer.ts";
import { findSplitText } from "./flow-comma.ts";
import type { SpecDocument } from "./yaml/document.ts";
import { scalarText } from "./yaml/edits.ts";

/** The kinds of findings about fields and their values. */
export const GRAMMAR_KINDS = {
  "unknown-field": {
    summary: "Fields are those of the language.",
    explanation:
      "A misspelt field would be ignored in silence, so unknown fields are refused. The help names the nearest field, or all possible fields.",
  },
  "missing-field": {
    summary: "Required fields are there.",
    explanation: "The table has no meaning without the field. The help describes the value to add.",
  },
  "wrong-type": {
    summary: "Values have the type of their field.",
    explanation:
      'YAML gives plain words types of their own: 1.0 is a number, true a boolean, ~ is null. Write texts that look like these in quotes: "1.0".',
  },
  "invalid-value": {
    summary: "Values have the form of their field.",
    explanation:
      "The value has the right type, but not a form that the field allows. The help names the allowed forms.",
  },
} as const satisfies FixedKinds;

declare module "../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly grammar: keyof typeof GRAMMAR_KINDS;
  }
}

/** One of ajv's errors. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  /** From the root of the schema. */
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
}

/** An error with the schema and the data that it is about. */
interface Located extends SchemaError {
  readonly schema: unknown;
  readonly parentSchema: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

export function toDiagnostic(document: SpecDocument, found: SchemaError, schema: unknown): Diagnostic {
  const path = pointerTokens(found.instancePath);
  const error = locate(found, path, document.data, schema);
  const { code, span, message, help, fix } = describe(error, path, document);
  const isHelp = typeof help === "string" && help !== "";
  return {
    code,
    severity: "error",
    message,
    place: { source: document.source, span },
    ...(isHelp ? { help } : {}),
    ...(fix === undefined ? {} : { fix }),
  };
}

interface Description {
  readonly code: keyof typeof GRAMMAR_KINDS;
  readonly span: Span;
  readonly message: string;
  readonly help: unknown;
  readonly fix?: readonly Edit[] | undefined;
}

function describe(error: Located, path: Path, document: SpecDocument): Description {
  if (error.propertyName !== undefined) {
    const message = `The name "${error.propertyName}" is not allowed here.`;
    const help = error.parentSchema["patternErrorMessage"];
    return { code: "invalid-value", span: document.keySpan([...path, error.propertyName]), message, help };
  }
  const title = titleOf(path);
  // An empty value has no place of its own.
  const span = error.data === null ? document.keySpan(path) : document.valueSpan(path);
  switch (error.keyword) {
    case "required": {
      const name = String(error.params["missingProperty"]);
      const message = `${subject(path)} has no "${name}".`;
      return { code: "missing-field", span: document.keySpan(path), message, help: missingHelp(error, name) };
    }
    case "additionalProperties": {
      const name = String(error.params["additionalProperty"]);
      const split = findSplitText(document, path, name, error.data as object);
      if (split !== undefined) return { code: "unknown-field", ...split };
      const fields = Object.keys((error.parentSchema["properties"] as object | undefined) ?? {});
      const help = didYouMean(name, fields) ?? `The fields here are ${list(fields)}.`;
      const message = `${subject(path)} has no field named "${name}".`;
      const nameSpan = document.keySpan([...path, name]);
      const meant = createCorrector(fields)(name);
      const isFree = meant !== undefined && !Object.hasOwn(error.data as object, meant);
      const fix = isFree ? [{ ...nameSpan, text: meant }] : undefined;
      return { code: "unknown-field", span: nameSpan, message, help, fix };
    }
    case "type":
    case "anyOf": {
      const expected = expectedType(error);
      const { start, end } = document.valueSpan(path);
      const written = document.source.text.slice(start, end);
      const allowed = error.parentSchema["enum"] as readonly unknown[] | undefined;
      const message = `${title} must be ${expected}; this is ${typeName(error.data)}.`;
      const misses = allowedHelp(allowed, written);
      const text = misses === undefined ? quoting(expected, error.data, written) : undefined;
      const help = misses ?? typeHelp(error.data, text);
      return { code: "wrong-type", span, message, help, fix: text === undefined ? undefined : [{ ...span, text }] };
    }
    default: {
      const [message, help, meant] = valueMessage(error, title);
      const fix = meant === undefined ? undefined : [{ ...span, text: scalarText(meant) }];
      return { code: "invalid-value", span, message, help, fix };
    }
  }
}

function locate(error: SchemaError, path: Path, data: unknown, root: unknown): Located {
  const keywords = pointerTokens(decodeURIComponent(error.schemaPath));
  const parent = valueAt(root, keywords.slice(0, -1)) as Readonly<Record<string, unknown>>;
  return { ...error, schema: parent[error.keyword], parentSchema: parent, data: valueAt(data, path) };
}

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce((value, step) => (value as Readonly<Record<string, unknown>>)[step], root);
}

function valueMessage(
  error: Located,
  title: string,
): readonly [message: string, help: string | undefined, meant?: string | undefined] {
  const shown = show(error.data);
  const limit = String(error.params["limit"]);
  switch (error.keyword) {
    case "enum":
    case "const": {
      const allowed = (error.keyword === "enum" ? error.schema : [error.schema]) as readonly unknown[];
      const values = allowed.map(String);
      const word = typeof error.data === "string" ? error.data : undefined;
      const near = word === undefined ? undefined : didYouMean(word, values);
      const meant = word === undefined ? undefined : createCorrector(values)(word);
      return [`${title} cannot be ${shown}.`, near ?? `Expected ${list(values, "or")}.`, meant];
    }
    case "pattern":
      return [`${title} cannot be ${shown}.`, error.parentSchema["patternErrorMessage"] as string | undefined];
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return [`${title} cannot be ${shown}.`, `Expected a number ${String(error.params["comparison"])} ${limit}.`];
    case "minLength":
      return [`${title} is empty.`, "Write a text, or leave the field out."];
    case "maxLength":
      return [`${title} is longer than ${limit} characters.`, undefined];
    case "minItems":
      return [`${title} has too few items.`, `Expected at least ${limit}.`];
    case "uniqueItems":
      return [`${title} holds the same item twice.`, "Remove one of the two."];
    default:
      return [`${title} is not valid.`, undefined];
  }
}

/** The value, as the file names it. */
function titleOf(path: Path): string {
  const name = path.at(-1);
  if (name === undefined) return "The file";
  return /^\d+$/.test(String(name)) && path.length > 1 ? `Item ${Number(name) + 1} of "${path.at(-2)}"` : `"${name}"`;
}

function subject(path: Path): string {
  if (path.length === 0) return "The file";
  const name = `"${String(path.at(-1))}"`;
  return path.length === 2 && path[0] === "errors" ? `The error ${name}` : name;
}

function missingHelp(error: Located, name: string): string {
  const field = (error.parentSchema["properties"] as Record<string, Record<string, unknown>> | undefined)?.[name];
  return typeof field?.["description"] === "string" ? `Add "${name}": ${field["description"]}` : `Add "${name}".`;
}

function expectedType(error: Located): string {
  const branches = error.schema as readonly { type?: string }[];
  const types = error.keyword === "type" ? [error.schema].flat() : branches.map(({ type }) => type ?? "object");
  const names = [...new Set(types.map((type) => TYPE_NAMES[String(type)] ?? String(type)))];
  return names.join(" or ");
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "a string",
  integer: "an integer",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a map of names to values",
  null: "null",
};

function typeName(data: unknown): string {
  if (data === null || data === undefined) return "empty";
  if (Array.isArray(data)) return "a list";
  if (typeof data === "object") return "a map";
  return `the ${typeof data} ${show(data)}`;
}

/** Quotes alone help only where the text is one of the allowed values. */
function allowedHelp(allowed: readonly unknown[] | undefined, written: string): string | undefined {
  if (allowed === undefined || allowed.includes(written)) return undefined;
  return `Write ${list(allowed.map(String), "or")}.`;
}

function typeHelp(data: unknown, text: string | undefined): string | undefined {
  if (data === null) return "Write a value, or leave the field out.";
  if (text === undefined) return undefined;
  return text.startsWith('"') ? `Write it in quotes: ${text}.` : `Write it without quotes: ${text}.`;
}

/** The value with quotes, or without them. It is repeated as it is written, because as a number 1.10 is 1.1. */
function quoting(expected: string, data: unknown, written: string): string | undefined {
  if (expected.includes("a string") && typeof data !== "object") return JSON.stringify(written);
  return expected.includes("an integer") && typeof data === "string" && /^\d+$/.test(data) ? data : undefined;
}

function show(data: unknown): string {
  const text = JSON.stringify(data) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function list(names: readonly string[], word = "and"): string {
  const quoted = names.map((name) => `"${name}"`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} ${word} ${quoted.at(-1)}`;
}
