// A value of a wrong type becomes the help of its finding: how to write it, and an edit where there is one way.
import type { Path } from "../text/json/pointer.ts";
import { accepts, type Grammar, shapesOf } from "./field-shape.ts";
import { noCodeHelp } from "./integer-codes.ts";
import { blockLines, flowText } from "./shape-text.ts";
import { scalarText } from "./yaml/edits.ts";

export interface Mistyped {
  readonly path: Path;
  readonly data: unknown;
  /** The value as the file has it. */
  readonly written: string;
  /** The schema of the field. */
  readonly schema: Grammar;
  /** The schema of all files. */
  readonly root: Grammar;
  /** Whether the file has no meaning without the field. */
  readonly isNeeded: boolean;
  /** Whether the codes of the table are integers. */
  readonly hasIntegerCodes: boolean;
}

export interface ShapeHelp {
  readonly help: string;
  /** The field in the right shape. */
  readonly lines?: readonly string[];
}

export interface TypeHelp extends Partial<ShapeHelp> {
  /** The text in the place of the value. */
  readonly text?: string;
}

export function typeHelp(mistyped: Mistyped): TypeHelp {
  const { data, schema, written } = mistyped;
  const branches = schema.anyOf ?? [schema];
  if (data === null) return emptyHelp(mistyped);
  const allowed = branches.find((branch) => branch.enum !== undefined)?.enum;
  const text = typeof data === "string" ? unquoted(data, branches, mistyped.root) : undefined;
  if (text !== undefined) {
    return { help: written === data ? `Write ${text}.` : `Write it without quotes: ${text}.`, text };
  }
  if (allowed !== undefined && !allowed.includes(written)) return { help: `Write ${choiceOf(allowed)}.` };
  const texts = branches.find((branch) => branch.type === "string");
  if (texts !== undefined && typeof data !== "object") return quotedHelp(mistyped, texts);
  return shapeHelp(mistyped);
}

function emptyHelp(mistyped: Mistyped): ShapeHelp {
  const { help, ...shape } = mistyped.schema.type === "string" ? { help: "Write a value." } : shapeHelp(mistyped);
  return { help: mistyped.isNeeded ? help : help.replace(/\.$/, ", or leave the field out."), ...shape };
}

/** Words for true and false, and values in quotes that need none. */
function unquoted(data: string, branches: readonly Grammar[], root: Grammar): string | undefined {
  const isInteger = /^(?:0|-?[1-9]\d*)$/.test(data);
  if (isInteger && branches.some((branch) => accepts(branch, Number(data), root))) return data;
  if (!branches.every(({ type }) => type === "boolean")) return undefined;
  if (/^(?:true|yes|on|y)$/i.test(data)) return "true";
  return /^(?:false|no|off|n)$/i.test(data) ? "false" : undefined;
}

/** Quotes alone help where the text has the form of the field. It is repeated as it is written, because as a number 1.10 is 1.1. */
function quotedHelp({ data, written, hasIntegerCodes, schema }: Mistyped, texts: Grammar): TypeHelp {
  const isCode = schema.anyOf?.some(({ type }) => type === "integer") === true;
  if (isCode && hasIntegerCodes && typeof data === "number") {
    return { help: noCodeHelp(written) };
  }
  if (!new RegExp(texts.pattern ?? "", "u").test(written)) {
    return { help: texts.patternErrorMessage ?? "Write a text." };
  }
  const text = JSON.stringify(written);
  return { help: `Write it in quotes: ${text}.`, text };
}

/** The field as it is written with the value in the right shape: in the sentence, or as lines where it is a list or a map. */
export function shapeHelp({
  path,
  data,
  schema,
  root,
}: Pick<Mistyped, "path" | "data" | "schema" | "root">): ShapeHelp {
  const shapes = shapesOf(schema, data, root);
  const last = path.at(-1);
  const name = typeof last === "number" || last === undefined ? undefined : scalarText(last);
  if (shapes.some((shape) => typeof shape !== "string")) {
    const lines = shapes.map((shape) => blockLines(name, shape));
    return { help: "Write it in this form.", lines: lines.flatMap((one, at) => (at === 0 ? one : ["# or", ...one])) };
  }
  const written = shapes.map((shape) => `\`${name === undefined ? "" : `${name}: `}${flowText(shape)}\``);
  if (written.length > 0) return { help: `Write ${written.join(" or ")}.` };
  return { help: schema.patternErrorMessage ?? "Write a text." };
}

/** Texts stand in quotes, and numbers as they are written. */
export function choiceOf(values: readonly unknown[]): string {
  const shown = values.map((value) => JSON.stringify(value));
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}
