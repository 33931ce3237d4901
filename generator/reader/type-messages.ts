// A value of a wrong type becomes the help of its finding: how to write it, and an edit where there is one way.
import type { Path } from "../text/json/pointer.ts";
import { accepts, type Grammar, shapesOf } from "./field-shape.ts";
import { noCodeHelp } from "./integer-codes.ts";

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

export interface TypeHelp {
  readonly help?: string;
  /** The text in the place of the value. */
  readonly text?: string;
}

export function typeHelp(mistyped: Mistyped): TypeHelp {
  const { data, schema, written } = mistyped;
  const branches = schema.anyOf ?? [schema];
  if (data === null) return { help: emptyHelp(mistyped) };
  const allowed = branches.find((branch) => branch.enum !== undefined)?.enum;
  const text = typeof data === "string" ? unquoted(data, branches, mistyped.root) : undefined;
  if (text !== undefined) {
    return { help: written === data ? `Write ${text}.` : `Write it without quotes: ${text}.`, text };
  }
  if (allowed !== undefined && !allowed.includes(written)) return { help: `Write ${choiceOf(allowed)}.` };
  const texts = branches.find((branch) => branch.type === "string");
  if (texts !== undefined && typeof data !== "object") return quotedHelp(mistyped, texts);
  return { help: shapeHelp(mistyped) };
}

function emptyHelp(mistyped: Mistyped): string {
  const shape = mistyped.schema.type === "string" ? undefined : shapeHelp(mistyped);
  const value = shape === undefined ? "Write a value" : shape.replace(/\.$/, "");
  return mistyped.isNeeded ? `${value}.` : `${value}, or leave the field out.`;
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

/** The field as it is written with the value in the right shape. */
export function shapeHelp({ path, data, schema, root }: Pick<Mistyped, "path" | "data" | "schema" | "root">): string {
  const shapes = shapesOf(schema, data, root);
  const name = path.at(-1);
  const written = shapes.map((shape) =>
    typeof name === "number" || name === undefined ? `\`${shape}\`` : `\`${name}: ${shape}\``,
  );
  if (written.length > 0) return `Write ${written.join(" or ")}.`;
  return schema.patternErrorMessage ?? "Write a text.";
}

/** Texts stand in quotes, and numbers as they are written. */
export function choiceOf(values: readonly unknown[]): string {
  const shown = values.map((value) => JSON.stringify(value));
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}
