// Checks a document against a JSON Schema that was compiled ahead, and says what ajv found in sentences with places.
import type { Checked, Diagnostic } from "../diagnostic.ts";
import { didYouMean } from "../suggest.ts";
import type { Path, SpecDocument } from "./document.ts";

/** A validator as ajv makes it ahead of time. */
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** One of ajv's errors, in verbose form. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
  readonly message?: string;
  readonly schema?: unknown;
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
}

/** The data as its type, which the schema vouches for. */
export function validate<T>(document: SpecDocument, validator: Validator): Checked<T> {
  if (validator(document.data)) return { value: document.data as T, diagnostics: [] };
  const errors = meaningful(validator.errors ?? []);
  return { value: undefined, diagnostics: errors.map((error) => toDiagnostic(document, error)) };
}

/** Leaves out what only repeats another error: the keywords that wrap, and branches of a union that were not meant. */
function meaningful(errors: readonly SchemaError[]): readonly SchemaError[] {
  const unions = new Set(errors.filter((error) => error.keyword === "anyOf").map((error) => error.instancePath));
  const deeper = new Set<string>();
  for (const error of errors) {
    if (error.keyword === "type" || WRAPPERS.has(error.keyword)) continue;
    // An error below a union, or one that is not about its type, tells which branch was meant.
    for (const path of ancestors(error.instancePath)) if (unions.has(path)) deeper.add(path);
  }
  const kept = errors.filter((error) => {
    if (error.keyword === "anyOf") return !deeper.has(error.instancePath);
    if (WRAPPERS.has(error.keyword)) return false;
    return !(error.keyword === "type" && unions.has(error.instancePath));
  });
  const seen = new Set<string>();
  return kept.filter((error) => {
    const key = `${error.instancePath} ${error.keyword} ${error.propertyName ?? ""} ${JSON.stringify(error.params)}`;
    return seen.size < seen.add(key).size;
  });
}

const WRAPPERS = new Set(["if", "propertyNames", "anyOf"]);

function ancestors(pointer: string): readonly string[] {
  const paths = [pointer];
  for (let at = pointer.lastIndexOf("/"); at >= 0; at = pointer.lastIndexOf("/", at - 1)) {
    paths.push(pointer.slice(0, at));
    if (at === 0) break;
  }
  return paths;
}

function toDiagnostic(document: SpecDocument, error: SchemaError): Diagnostic {
  const path = pathOf(error.instancePath);
  const at = (span: Diagnostic["place"]["span"]): Diagnostic["place"] => ({ source: document.source, span });
  const title = titleOf(error, path);
  if (error.propertyName !== undefined) {
    const message = `The name "${error.propertyName}" is not allowed here.`;
    const help = error.parentSchema?.["patternErrorMessage"];
    const place = at(document.keySpan([...path, error.propertyName]));
    return { code: "invalid-value", severity: "error", message, place, ...helpOf(help) };
  }
  switch (error.keyword) {
    case "required": {
      const name = String(error.params["missingProperty"]);
      const message = `${subject(path)} has no "${name}".`;
      return {
        code: "missing-field",
        severity: "error",
        message,
        place: at(document.keySpan(path)),
        ...helpOf(describe(error, name)),
      };
    }
    case "additionalProperties": {
      const name = String(error.params["additionalProperty"]);
      const fields = Object.keys((error.parentSchema?.["properties"] as object | undefined) ?? {});
      const help = didYouMean(name, fields) ?? `The fields here are ${list(fields)}.`;
      const message = `${subject(path)} has no field named "${name}".`;
      return { code: "unknown-field", severity: "error", message, place: at(document.keySpan([...path, name])), help };
    }
    case "type":
    case "anyOf": {
      const expected = expectedType(error);
      const message = `${title} must be ${expected}; this is ${typeName(error.data)}.`;
      const help = typeHelp(expected, error.data);
      return { code: "wrong-type", severity: "error", message, place: at(placeOf(document, path)), ...helpOf(help) };
    }
    default: {
      const [message, help] = valueMessage(error, title);
      return { code: "invalid-value", severity: "error", message, place: at(placeOf(document, path)), ...helpOf(help) };
    }
  }
}

function placeOf(document: SpecDocument, path: Path): Diagnostic["place"]["span"] {
  return path.length === 0 ? document.keySpan(path) : document.valueSpan(path);
}

function helpOf(help: unknown): { readonly help?: string } {
  return typeof help === "string" && help !== "" ? { help } : {};
}

function valueMessage(error: SchemaError, title: string): readonly [message: string, help: string | undefined] {
  const shown = show(error.data);
  const limit = String(error.params["limit"]);
  switch (error.keyword) {
    case "enum":
    case "const": {
      const allowed = (error.keyword === "enum" ? error.schema : [error.schema]) as readonly unknown[];
      const values = allowed.map(String);
      return [`${title} cannot be ${shown}.`, didYouMean(String(error.data), values) ?? `Expected ${list(values)}.`];
    }
    case "pattern":
      return [`${title} cannot be ${shown}.`, error.parentSchema?.["patternErrorMessage"] as string | undefined];
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
      return [`${title} is not valid: it ${error.message ?? "breaks the schema"}.`, undefined];
  }
}

/** The name of what is wrong: the field's own title, else its key. */
function titleOf(error: SchemaError, path: Path): string {
  const title = error.parentSchema?.["title"];
  if (typeof title === "string" && path.length > 0)
    return `The ${title[0]?.toLowerCase() ?? ""}${title.slice(1)}`.replace("hTTP", "HTTP");
  return path.length === 0 ? "The file" : `"${String(path.at(-1))}"`;
}

function subject(path: Path): string {
  if (path.length === 0) return "The file";
  const name = `"${String(path.at(-1))}"`;
  return path.length === 2 && path[0] === "errors" ? `The error ${name}` : name;
}

function describe(error: SchemaError, name: string): string | undefined {
  const field = (error.parentSchema?.["properties"] as Record<string, Record<string, unknown>> | undefined)?.[name];
  return typeof field?.["description"] === "string" ? `Add "${name}": ${field["description"]}` : `Add "${name}".`;
}

function expectedType(error: SchemaError): string {
  const types =
    error.keyword === "type"
      ? [error.schema].flat()
      : ((error.schema as readonly { type?: string; $ref?: string }[] | undefined) ?? []).map(
          (branch) => branch.type ?? "object",
        );
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

function typeHelp(expected: string, data: unknown): string | undefined {
  if (data === null) return "Write a value, or leave the field out.";
  if (expected.includes("a string") && typeof data !== "object") return `Write it in quotes: "${String(data)}".`;
  if (expected.includes("an integer") && typeof data === "string" && /^\d+$/.test(data))
    return `Write it without quotes: ${data}.`;
  return undefined;
}

function show(data: unknown): string {
  const text = JSON.stringify(data) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function list(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}

function pathOf(pointer: string): Path {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}
