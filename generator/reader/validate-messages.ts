// An error of ajv becomes a diagnostic: a sentence in the words of the file, its place, and how to correct it.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { FixedKinds } from "../diagnostic/kinds.ts";
import type { Span } from "../diagnostic/source.ts";
import { createCorrector, didYouMean } from "../diagnostic/suggest.ts";
import type { Edit } from "../diagnostic/text-edits.ts";
import { type Path, pointerTokens } from "../text/json/pointer.ts";
import type { Grammar } from "./field-shape.ts";
import { findSplitText } from "./flow-comma.ts";
import { hasIntegerCodes } from "./integer-codes.ts";
import { choiceOf, shapeHelp, typeHelp } from "./type-messages.ts";
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
  const { code, span, message, help, fix } = describe(error, itemPath(path, document.data), document, schema);
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

function describe(error: Located, path: Path, document: SpecDocument, root: unknown): Description {
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
      const message = `${subject(path)} has no field named "${name}".`;
      const nameSpan = document.keySpan([...path, name]);
      const meant = createCorrector(fields)(name);
      const isFree = meant === undefined || !Object.hasOwn(error.data as object, meant);
      const help = isFree
        ? (didYouMean(name, fields) ?? `The fields here are ${list(fields)}.`)
        : `Remove it: "${meant}", which is like it, is there already.`;
      const fix = isFree && meant !== undefined ? [{ ...nameSpan, text: meant }] : undefined;
      return { code: "unknown-field", span: nameSpan, message, help, fix };
    }
    case "type":
    case "anyOf": {
      const { start, end } = document.valueSpan(path);
      const written = document.source.text.slice(start, end);
      const message = `${title} must be ${expectedType(error)}; this is ${typeName(error.data)}.`;
      const { help, text } = typeHelp({
        path,
        data: error.data,
        written,
        schema: error.parentSchema,
        root: root as Grammar,
        isNeeded: isNeeded(error, root),
        hasIntegerCodes: hasIntegerCodes(document.data),
      });
      return { code: "wrong-type", span, message, help, fix: text === undefined ? undefined : [{ ...span, text }] };
    }
    default: {
      const [message, help, meant] = valueMessage(error, path, root as Grammar);
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

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce((value, step) => (value as Readonly<Record<string, unknown>>)[step], root);
}

function valueMessage(
  error: Located,
  path: Path,
  root: Grammar,
): readonly [message: string, help: string | undefined, meant?: string | undefined] {
  const title = titleOf(path);
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
      return [`${title} cannot be ${shown}.`, near ?? `Write ${choiceOf(allowed)}.`, meant];
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
    case "minProperties":
      return [`${title} is empty.`, shapeHelp({ path, data: error.data, schema: error.parentSchema, root })];
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
  return typeof name === "number" ? `Item ${name + 1} of "${path.at(-2)}"` : `"${name}"`;
}

function subject(path: Path): string {
  return path.length === 2 && path[0] === "errors" ? `The error ${titleOf(path)}` : titleOf(path);
}

/** The steps through lists as numbers: the key of a map may be made of digits. */
function itemPath(path: Path, data: unknown): Path {
  let value = data;
  return path.map((step) => {
    const named = Array.isArray(value) ? Number(step) : step;
    value = (value as Readonly<Record<string, unknown>>)[step];
    return named;
  });
}

/** Whether the map that holds the value requires it. */
function isNeeded({ schemaPath }: Located, root: unknown): boolean {
  const keywords = pointerTokens(decodeURIComponent(schemaPath));
  if (keywords.at(-3) !== "properties") return false;
  const { required = [] } = valueAt(root, keywords.slice(0, -3)) as Grammar;
  return required.includes(keywords.at(-2) ?? "");
}

function missingHelp(error: Located, name: string): string {
  const field = (error.parentSchema["properties"] as Record<string, Record<string, unknown>> | undefined)?.[name];
  if (field?.["const"] !== undefined) return `Add \`${name}: ${String(field["const"])}\`.`;
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

function show(data: unknown): string {
  const text = JSON.stringify(data) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function list(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}
