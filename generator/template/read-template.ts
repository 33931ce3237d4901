// A message template is read, and filled in with values.

import type { Value } from "../runtime/printf/param-values.ts";
import type { Part } from "../runtime/printf/parts.ts";
import { formatMessage } from "../runtime/printf/printf.ts";
import { checkArguments } from "./arguments.ts";
import { DIALECTS, type Placeholders } from "./dialects.ts";
import { type DescribedParams, nameArguments } from "./named-arguments.ts";
import { tokenizeNamed } from "./named-tokens.ts";
import { tokenizePrintf } from "./printf-tokens.ts";
import type { Template, TemplateProblem, TemplateReading, Token } from "./template.ts";
import { judge, slotOf } from "./verdict.ts";

export interface TemplateContext {
  /** The dialect; printf if absent. */
  readonly placeholders?: Placeholders | undefined;
  /** In their order; named placeholders take their types. */
  readonly params?: DescribedParams | undefined;
  /** The template that this one translates: both have the same arguments. */
  readonly original?: Template | undefined;
}

/** Reads any text. A directive that the language does not have is a problem, and stays literal text. */
export function readTemplate(text: string, context: TemplateContext = {}): TemplateReading {
  const { placeholders = "printf" } = context;
  const { tokens, problems } = placeholders === "printf" ? readPrintf(text) : readNamed(text, placeholders, context);
  const template: Template = { text, placeholders, tokens, verdict: judge(tokens) };
  const all = [...halfCharacters(text), ...problems];
  return { template, problems: all.toSorted((a, b) => a.offset - b.offset) };
}

interface Reading {
  readonly tokens: readonly Token[];
  readonly problems: readonly TemplateProblem[];
}

function readPrintf(text: string): Reading {
  const { tokens, problems } = tokenizePrintf(text);
  return { tokens, problems: [...problems, ...checkArguments(tokens)] };
}

function readNamed(
  text: string,
  placeholders: Exclude<Placeholders, "printf">,
  { params = {}, original }: TemplateContext,
): Reading {
  const read = tokenizeNamed(text, DIALECTS[placeholders]);
  const { tokens, problems } = nameArguments(read, params, original);
  return { tokens, problems: [...read.problems, ...problems] };
}

/** Half of a character cannot be printed, and could join with half of a character in a value. */
function halfCharacters(text: string): readonly TemplateProblem[] {
  if (text.isWellFormed()) return [];
  return Array.from(text.matchAll(/\p{Surrogate}/gu), ({ index }) => ({
    message: "The template has half of a character, a surrogate without its other half.",
    help: "Write the whole character, or its escape with both halves.",
    offset: index,
    length: 1,
  }));
}

/** The template as the engine of generated code takes it: literal texts, and directives without their positions. */
export function partsOf({ tokens }: Template): readonly Part[] {
  return tokens.map((token) => (token.kind === "literal" ? token.text : slotOf(token)));
}

/** The message that the values make, in the order of the arguments. */
export function formatTemplate(template: Template, values: readonly Value[]): string {
  return formatMessage(partsOf(template), values);
}
