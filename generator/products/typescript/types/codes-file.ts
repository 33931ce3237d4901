// A table becomes codes.ts: an object of all codes by their names, for programs that would rather not spell codes out.
import { declareText, type Form, type Module } from "../printer/module.ts";
import { memberLine } from "../printer/typescript-data.ts";
import { WIDTH } from "../printer/typescript-layout.ts";
import { codeLiteral, commentText } from "../printer/typescript-literal.ts";
import { docComment } from "../printer/typescript-type.ts";
import type { Plan, PlannedError } from "../product-plan.ts";
import { shortDoc } from "./doc-comments.ts";

export function emitCodes(plan: Plan): Module {
  const { codes } = plan.names;
  const print = (form: Form, isExported: boolean): string => codesObject(plan, form, isExported);
  return { name: "codes", declarations: [declareText(codes, { isExported: true, isType: false }, print)] };
}

/** Bundlers drop an object of plain values that nobody uses. */
function codesObject({ model, names, errors }: Plan, form: Form, isExported: boolean): string {
  const comment = `/** ${commentText(`The codes of the errors of ${model.title} by their names.`)} */`;
  const head = `${isExported ? "export " : ""}${form === "d.ts" ? "declare " : ""}const ${names.codes}`;
  const end = form === "ts" ? "} as const;" : "};";
  // Linters take a type without members for a mistake.
  if (errors.length === 0 && form === "d.ts") return `${comment}\n${head}: Readonly<Record<string, never>>;`;
  if (errors.length === 0) return `${comment}\n${head} = {${end}`;
  const typed = [comment, `${head}: {`, ...rowsOf(errors, "d.ts", "")];
  if (form === "d.ts") return [...typed, end].join("\n");
  if (form === "ts" && typed.reduce((sum, line) => sum + line.length, 0) > LONGEST_INFERRED)
    return [...typed, "} = {", ...errors.map((error) => memberOf(error, form, 2)), "};"].join("\n");
  // An object stands below a name that fills the line; a type never does.
  const isBelow = `${head} = {`.length > WIDTH;
  const margin = isBelow ? "  " : "";
  const start = isBelow ? [`${head} =`, `${margin}{`] : [`${head} = {`];
  return [comment, ...start, ...rowsOf(errors, form, margin), margin + end].join("\n");
}

/** Compilers write an inferred type of up to a million characters into declarations, and refuse a longer one. */
const LONGEST_INFERRED = 900_000;

function rowsOf(errors: readonly PlannedError[], form: Form, margin: string): readonly string[] {
  return errors.flatMap((error) => [
    ...docComment(shortDoc(error)).map((line) => `${margin}  ${line}`),
    memberOf(error, form, margin.length + 2),
  ]);
}

function memberOf({ identifier, wireCode }: PlannedError, form: Form, depth: number): string {
  return form === "d.ts"
    ? `  readonly ${identifier}: ${codeLiteral(wireCode)};`
    : memberLine(identifier, wireCode, depth).slice("\n".length);
}
