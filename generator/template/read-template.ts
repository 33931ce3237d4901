// A message template is read, filled in, and read back.

import { formatMessage, type Part, readMessage, type Value } from "../runtime/messages.ts";
import { checkArguments } from "./arguments.ts";
import type { ParamType, Template, TemplateReading } from "./template.ts";
import { tokenize } from "./tokens.ts";
import { judge, slotOf } from "./verdict.ts";

/** Reads any text; a directive that is no directive of the language is a problem, and literal text. */
export function readTemplate(text: string): TemplateReading {
  const { tokens, problems } = tokenize(text);
  const template: Template = { text, tokens, verdict: judge(tokens) };
  const all = [...problems, ...checkArguments(tokens)];
  return { template, problems: all.toSorted((a, b) => a.offset - b.offset) };
}

/** The template as the engine takes it: literal texts, and directives without their positions. */
export function partsOf({ tokens }: Template): readonly Part[] {
  return tokens.map((token) => (token.kind === "literal" ? token.text : slotOf(token)));
}

/** The message that the values make, in the order of the arguments. */
export function formatTemplate(template: Template, values: readonly Value[]): string {
  return formatMessage(partsOf(template), values);
}

/** The values of a message, in the order of the arguments, if the message tells them without doubt. */
export function parseTemplate(
  template: Template,
  types: readonly ParamType[],
  message: string,
): readonly Value[] | undefined {
  return readMessage(partsOf(template), types, message);
}
