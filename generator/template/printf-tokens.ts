// The text of a printf template becomes literals and directives; a broken directive is a problem and stays literal text.
import type { Conversion, Directive, TemplateProblem, Token } from "./template.ts";

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly problems: readonly TemplateProblem[];
}

export function tokenizePrintf(text: string): Tokens {
  const tokens: Token[] = [];
  const problems: TemplateProblem[] = [];
  let literal = "";
  let literalOffset = 0;
  let argument = 0;
  const flush = (end: number): void => {
    if (literal !== "") tokens.push({ kind: "literal", text: literal, offset: literalOffset });
    literal = "";
    literalOffset = end;
  };
  let at = 0;
  while (at < text.length) {
    const percent = text.indexOf("%", at);
    const end = percent < 0 ? text.length : percent;
    literal += text.slice(at, end);
    at = end;
    if (percent < 0) break;
    const found = readDirective(text, percent, argument);
    at += found.length;
    if (found.kind === "percent") {
      literal += "%";
    } else if (found.kind === "problem") {
      literal += text.slice(percent, at);
      problems.push({ message: found.message, help: found.help, offset: percent, length: found.length });
    } else {
      flush(at);
      tokens.push(found.directive);
      if (!hasPosition(found.directive)) argument += 1;
    }
  }
  flush(at);
  return { tokens, problems };
}

type Found =
  | { readonly kind: "percent"; readonly length: number }
  | { readonly kind: "problem"; readonly length: number; readonly message: string; readonly help: string }
  | { readonly kind: "directive"; readonly length: number; readonly directive: Directive };

/**
 * Position, flags, width, precision, C's length modifier and the conversion, as loosely as people mistype them. A modifier
 * modifies something: the q of "%q" alone is meant as a conversion.
 */
const DIRECTIVE =
  /%(?:(\d+)\$)?([-+ 0#]*)(\*(?:\d+\$)?|\d*)(?:\.(\*(?:\d+\$)?|\d*))?(?:(?:hh?|ll?|[qLjzZt])(?=[a-zA-Z]))?([a-zA-Z]?)/y;

/** Go's fmt prints these where arguments and directives disagree: "%!s(MISSING)", "%!d(string=x)", "%!(EXTRA int=1)". */
const FILLED = /%![a-zA-Z]?\([^)]*\)?/y;

/** Python's "%(name)s" and Ruby's "%<name>s". */
const NAMED = /%(?:\(\w+\)|<\w+>)([sdifgexoc])/y;

/** A larger width or precision is a slip, and could print a gigabyte of blanks. */
const LIMIT = 1024;

function readDirective(text: string, offset: number, next: number): Found {
  if (text.startsWith("%%", offset)) return { kind: "percent", length: 2 };
  const filled = matchAt(FILLED, text, offset)?.[0];
  if (filled !== undefined) {
    const message = `A formatter leaves "${filled}" where an argument is missing or does not fit.`;
    return { kind: "problem", length: filled.length, message, help: "Write the template as it is before formatting." };
  }
  const [named, conversionOfNamed] = matchAt(NAMED, text, offset) ?? [];
  if (named !== undefined) {
    const message = `"${named}" has a name, as in Python or Ruby: here the names of values stand in "params", in their order.`;
    return { kind: "problem", length: named.length, message, help: `Write "%${conversionOfNamed}".` };
  }
  const [all = "%", position, flags = "", width = "", precision, conversion = ""] =
    matchAt(DIRECTIVE, text, offset) ?? [];
  const written = conversion === "" ? all.trimEnd() : all;
  const following = text.charAt(offset + written.length);
  const wrong = findFault({ written, position, flags, width, precision, conversion, following });
  if (wrong !== undefined) return { kind: "problem", length: written.length, ...wrong };
  return {
    kind: "directive",
    length: written.length,
    directive: {
      kind: "directive",
      text: written,
      offset,
      argument: position === undefined ? next : Number(position) - 1,
      // Only the program knows the type of a value that Go prints with "%v"; to readers it is a text.
      conversion: conversion === "v" ? "s" : (conversion as Conversion),
      flags: [...(conversion === "v" ? "-" : "-+ 0#")].filter((flag) => flags.includes(flag)).join(""),
      ...(width === "" ? {} : { width: Number(width) }),
      // C takes no notice of the precision of %c.
      ...(precision === undefined || conversion === "c" ? {} : { precision: Number(precision) }),
    },
  };
}

interface Pieces {
  readonly written: string;
  readonly position: string | undefined;
  readonly flags: string;
  readonly width: string;
  readonly precision: string | undefined;
  readonly conversion: string;
  readonly following: string;
}

function findFault(pieces: Pieces): { readonly message: string; readonly help: string } | undefined {
  const { written, position, flags, width, precision = "", conversion, following } = pieces;
  if (width.startsWith("*") || precision.startsWith("*")) {
    const field = width.startsWith("*") ? "width" : "precision";
    const message = `"${written}" takes its ${field} from an argument, which no param can name.`;
    return { message, help: "Write the number instead of the asterisk, or leave it out." };
  }
  if (conversion === "") return { message: `"${written}" starts a directive that never ends.`, help: PERCENT_HELP };
  if (!/[sdiufFeEgGxXocvq]/.test(conversion)) {
    const message = `"${written}" is no directive: there is no conversion "${conversion}".`;
    const help = /[tTpw]/.test(conversion) ? 'Write "%s" for a string or "%d" for an integer.' : PERCENT_HELP;
    return { message, help };
  }
  if (
    (conversion === "v" && flags.includes("#")) ||
    (conversion === "q" && (/[+ 0#]/.test(flags) || written.includes(".")))
  ) {
    const message = `"${written}" prints Go's syntax in a form that cannot be read back.`;
    return { message, help: 'Write "%q" for a quoted text, or "%s" for a text as it is.' };
  }
  if (position !== undefined && (Number(position) < 1 || Number(position) > LIMIT)) {
    const message = `"${written}" asks for argument ${position}.`;
    return { message, help: `Arguments count from 1 to at most ${LIMIT}.` };
  }
  if (Number(width) > LIMIT || Number(precision) > LIMIT) {
    const message = `The ${Number(width) > LIMIT ? "width" : "precision"} of "${written}" is more than ${LIMIT}.`;
    return { message, help: "Use a smaller number, or leave it out." };
  }
  // "5% left" and "100% sure" are prose, although C reads a directive with the flag for a space before the number.
  if (flags.includes(" ") && /[a-zA-Z]/.test(following)) {
    const message = `"${written}" is read as a directive, but "${following}" goes on like a word.`;
    return { message, help: PERCENT_HELP };
  }
  return undefined;
}

const PERCENT_HELP = 'Write "%%" for a percent sign; directives are %s, %d, %i, %u, %f, %e, %g, %x, %o, %c, %v and %q.';

/** "%1$s", where "%s" takes the next argument. */
export function hasPosition({ text }: Directive): boolean {
  return text.includes("$");
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}
