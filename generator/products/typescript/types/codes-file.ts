// A table becomes codes.ts: an object of all codes by their names, for programs that would rather not spell codes out.
import { textWidth } from "../../../text/text-width.ts";
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
  const [start, end] = ["{", form === "ts" ? "} as const;" : "};"];
  const sign = form === "d.ts" ? ":" : " =";
  // Linters take a type without members for a mistake.
  if (errors.length === 0 && form === "d.ts") return `${comment}\n${head}: Readonly<Record<string, never>>;`;
  // Prettier gives a value a line of its own where not even its beginning fits beside the sign.
  const isOnLine = form === "d.ts" || textWidth(`${head}${sign} ${start}`) <= WIDTH;
  const depth = isOnLine ? 2 : 4;
  const margin = " ".repeat(depth);
  const rows = errors.flatMap((error) => [
    ...docComment(shortDoc(error)).map((line) => margin + line),
    memberOf(error, form, depth),
  ]);
  const outer = " ".repeat(depth - 2);
  const object = rows.length === 0 ? start + end : [start, ...rows, outer + end].join("\n");
  return [comment, `${head}${sign}${isOnLine ? " " : `\n${outer}`}${object}`].join("\n");
}

function memberOf({ identifier, wireCode }: PlannedError, form: Form, depth: number): string {
  return form === "d.ts"
    ? `${" ".repeat(depth)}readonly ${identifier}: ${codeLiteral(wireCode)};`
    : memberLine(identifier, wireCode, depth).slice("\n".length);
}
