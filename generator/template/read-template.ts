// A message template is read, and filled in with values.
import { formatMessage, type Part, type Value } from "../runtime/messages.ts";
import { checkArguments } from "./arguments.ts";
import type { Template, TemplateReading } from "./template.ts";
import { tokenize } from "./tokens.ts";
import { judge, slotOf } from "./verdict.ts";

/** Reads any text. A directive that the language does not have is a problem, and stays literal text. */
export function readTemplate(text: string): TemplateReading {
  const { tokens, problems } = tokenize(text);
  const template: Template = { text, tokens, verdict: judge(tokens) };
  const all = [...problems, ...checkArguments(tokens)];
  return { template, problems: all.toSorted((a, b) => a.offset - b.offset) };
}

/** The template as the engine of generated code takes it: literal texts, and directives without their positions. */
export function partsOf({ tokens }: Template): readonly Part[] {
  return tokens.map((token) => (token.kind === "literal" ? token.text : slotOf(token)));
}

/** The message that the values make, in the order of the arguments. */
export function formatTemplate(template: Template, values: readonly Value[]): string {
  return formatMessage(partsOf(template), values);
}
