// An error of ajv with the schema and the value that it is about, and with the name of the value in messages.
import { type Path, pointerTokens } from "../text/json/pointer.ts";
import type { Grammar } from "./field-shape.ts";

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
export interface Located extends SchemaError {
  readonly schema: unknown;
  readonly parentSchema: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

export function locate(error: SchemaError, path: Path, data: unknown, root: unknown): Located {
  const keywords = pointerTokens(decodeURIComponent(error.schemaPath));
  const parent = valueAt(root, keywords.slice(0, -1)) as Readonly<Record<string, unknown>>;
  return { ...error, schema: parent[error.keyword], parentSchema: parent, data: valueAt(data, path) };
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce((value, step) => (value as Readonly<Record<string, unknown>>)[step], root);
}

/** The value, as the file names it. */
export function titleOf(path: Path): string {
  const name = path.at(-1);
  if (name === undefined) return "The file";
  return typeof name === "number" ? `Item ${name + 1} of "${path.at(-2)}"` : `"${name}"`;
}

export function subject(path: Path): string {
  return path.length === 2 && path[0] === "errors" ? `The error ${titleOf(path)}` : titleOf(path);
}

/** The steps through lists as numbers: the key of a map may be made of digits. */
export function itemPath(path: Path, data: unknown): Path {
  let value = data;
  return path.map((step) => {
    const named = Array.isArray(value) ? Number(step) : step;
    value = (value as Readonly<Record<string, unknown>>)[step];
    return named;
  });
}

/** Whether the map that holds the value requires it. */
export function isNeeded({ schemaPath }: Located, root: unknown): boolean {
  const keywords = pointerTokens(decodeURIComponent(schemaPath));
  if (keywords.at(-3) !== "properties") return false;
  const { required = [] } = valueAt(root, keywords.slice(0, -3)) as Grammar;
  return required.includes(keywords.at(-2) ?? "");
}
