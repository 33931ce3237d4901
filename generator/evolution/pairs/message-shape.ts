// A message template becomes its words and the params between them, in any dialect of placeholders.
import type { ParamModel } from "../../model/model.ts";
import type { Directive, Template } from "../../template/template.ts";

export type MessageShape = readonly (string | ShownParam)[];

export interface ShownParam {
  readonly name: string;
  /** The conversion with its flags, width and precision. */
  readonly form: string;
}

/** The names of renamed params are those of the new table. */
export function messageShape(
  { tokens }: Template,
  params: readonly ParamModel[],
  renamed: ReadonlyMap<string, string> = new Map(),
): MessageShape {
  return tokens.map((token) => {
    if (token.kind === "literal") return token.text;
    const { name = String(token.argument) } = params[token.argument] ?? {};
    return { name: renamed.get(name) ?? name, form: formOf(token) };
  });
}

export function isSameShape(one: MessageShape, other: MessageShape): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The words and the forms of values alone: programs that read messages tell values apart by them. */
export function isReadAlike(one: MessageShape, other: MessageShape): boolean {
  const frame = (shape: MessageShape) =>
    JSON.stringify(shape.map((part) => (typeof part === "string" ? part : { form: part.form })));
  return frame(one) === frame(other);
}

function formOf({ conversion, flags, width, precision }: Directive): string {
  // A name and "%s" both print a text as it is.
  return `${flags}${width ?? ""}${precision === undefined ? "" : `.${precision}`}${conversion}`;
}
