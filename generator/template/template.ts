// The types of a message template: literal texts and directives with their offsets, and a verdict on reading params back.
import type { Placeholders } from "./dialects.ts";

/** The type of a param in JSON and in generated code; an int64 travels as a string of digits. */
export type ParamType = "string" | "integer" | "int64" | "number";

/**
 * The conversions of printf: %s, %d %i %u, %f %e %g, %x %X %o, %c, and Go's %q. The conversion n prints a number in as few
 * digits as tell it from others; no template of printf has it.
 */
export type Conversion = "s" | "d" | "i" | "u" | "f" | "e" | "g" | "E" | "G" | "F" | "x" | "X" | "o" | "c" | "q" | "n";

/** A placeholder of any dialect. */
export interface Directive {
  readonly kind: "directive";
  /** As it was written: "%2$-.192s", "{user}". Only messages to the author show it. */
  readonly text: string;
  /** Where it begins in the template, in UTF-16 units. */
  readonly offset: number;
  /** Which argument it prints, counted from 0. */
  readonly argument: number;
  /** The argument by name, in dialects whose placeholders have one. */
  readonly name?: PlaceholderName;
  readonly conversion: Conversion;
  /** Any of "-+ 0#", each at most once. */
  readonly flags: string;
  readonly width?: number;
  readonly precision?: number;
}

export interface PlaceholderName {
  /** "user id", "0". */
  readonly written: string;
  /** The name of its param: "userId", "arg0". */
  readonly param: string;
}

export interface Literal {
  readonly kind: "literal";
  /** With %% already read as one percent sign. */
  readonly text: string;
  readonly offset: number;
}

export type Token = Literal | Directive;

/**
 * exact: the params of every message are read. separable: a message may have several splits, or show a text padded or cut, and
 * params are read only if it has one split and shows them in full. opaque: no literal text, adjacent directives, or a directive
 * that shows nothing; only the whole text is handed back.
 */
export type Verdict = "exact" | "separable" | "opaque";

export interface Template {
  /** As it was written. */
  readonly text: string;
  readonly placeholders: Placeholders;
  /** Literals and directives in order; no literal is empty and no two are adjacent. */
  readonly tokens: readonly Token[];
  readonly verdict: Verdict;
}

export interface TemplateReading {
  readonly template: Template;
  /** In the order of the text. */
  readonly problems: readonly TemplateProblem[];
}

/** A fault in a directive, and its place in the template in UTF-16 units. */
export interface TemplateProblem {
  readonly message: string;
  readonly help: string;
  readonly offset: number;
  readonly length: number;
}
