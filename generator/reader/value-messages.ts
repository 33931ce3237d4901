// A value of another form than its field allows becomes a sentence and a help.
import { createCorrector, didYouMean } from "../diagnostic/suggest.ts";
import type { Path } from "../text/json/pointer.ts";
import type { Grammar } from "./field-shape.ts";
import { isNeeded, type Located, titleOf } from "./schema-error.ts";
import { choiceOf, type ShapeHelp, shapeHelp } from "./type-messages.ts";

/** The text that is meant stands last, where only one is like the value. */
export function valueMessage(
  error: Located,
  path: Path,
  root: Grammar,
): readonly [message: string, help: string | ShapeHelp | undefined, meant?: string | undefined] {
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
      return [`${title} is empty.`, isNeeded(error, root) ? "Write a text." : "Write a text, or leave the field out."];
    case "maxLength":
      return [`${title} is longer than ${limit} characters.`, `Write at most ${limit} characters.`];
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

/** The types that the field may have, in a sentence. */
export function expectedType(error: Located): string {
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

/** The value in a sentence. */
export function typeName(data: unknown): string {
  if (data === null || data === undefined) return "empty";
  if (Array.isArray(data)) return "a list";
  if (typeof data === "object") return "a map";
  return `the ${typeof data} ${show(data)}`;
}

function show(data: unknown): string {
  const text = JSON.stringify(data) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
