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

/** The same words around the same values in another order: programs that read messages take a value for another one. */
export function isSwapped(one: MessageShape, other: MessageShape): boolean {
  const words = (shape: MessageShape) => JSON.stringify(shape.map((part) => (typeof part === "string" ? part : {})));
  const names = (shape: MessageShape) => shape.flatMap((part) => (typeof part === "string" ? [] : [part.name]));
  const [before, now] = [names(one), names(other)];
  const isSame = before.every((name, index) => name === now[index]);
  return words(one) === words(other) && !isSame && before.toSorted().join("\n") === now.toSorted().join("\n");
}

function formOf({ conversion, flags, width, precision }: Directive): string {
  // A name and "%s" both print a text as it is.
  return `${flags}${width ?? ""}${precision === undefined ? "" : `.${precision}`}${conversion}`;
}
