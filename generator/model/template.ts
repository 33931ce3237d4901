// A printf message template becomes tokens with offsets, and a verdict on whether its params can be read back.
import { formatMessage, type Part, readMessage, type Value } from "../runtime/messages.ts";
import type { ParamType } from "./model.ts";
import { checkArguments } from "./template-arguments.ts";
import { tokenize } from "./template-tokens.ts";
import { judge, slotOf } from "./template-verdict.ts";

export { compareArguments, described, sameArguments, templateArguments, valueType } from "./template-arguments.ts";

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

/** Which values a directive prints: %s, %d %i %u, %f %e %g, %x %X %o, %c. */
export type Conversion = "s" | "d" | "i" | "u" | "f" | "e" | "g" | "E" | "G" | "F" | "x" | "X" | "o" | "c";

export interface Directive {
  readonly kind: "directive";
  /** As it was written: "%2$-.192s". */
  readonly text: string;
  /** Where it begins in the template, in UTF-16 units. */
  readonly offset: number;
  /** Which argument it prints, counted from 0. */
  readonly argument: number;
  readonly conversion: Conversion;
  /** Any of "-+ 0#", each at most once. */
  readonly flags: string;
  readonly width?: number;
  readonly precision?: number;
}

export interface Literal {
  readonly kind: "literal";
  /** With %% already read as one percent sign. */
  readonly text: string;
  readonly offset: number;
}

export type Token = Literal | Directive;

/**
 * exact: at most one split is ever possible. separable: a split is taken when it is the only one.
 * opaque: no literal text, or adjacent directives; only the whole text is handed back.
 */
export type Verdict = "exact" | "separable" | "opaque";

export interface Template {
  /** As it was written. */
  readonly text: string;
  /** Literals and directives in order; no literal is empty and no two are adjacent. */
  readonly tokens: readonly Token[];
  readonly verdict: Verdict;
}

export interface TemplateReading {
  readonly template: Template;
  /** In the order of the text. */
  readonly problems: readonly TemplateProblem[];
}

/** What is wrong with a directive, and where in the template it stands (UTF-16 units). */
export interface TemplateProblem {
  readonly message: string;
  readonly help: string;
  readonly offset: number;
  readonly length: number;
}
