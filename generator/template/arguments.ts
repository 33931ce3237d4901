// The directives of a template become its arguments: those of printf are checked, and all are compared with those of a translation.
import { hasPosition } from "./printf-tokens.ts";
import type { Directive, ParamType, Template, TemplateProblem, Token } from "./template.ts";

/** In printf: positions without gaps, positions for all directives or none, and one type per argument. */
export function checkArguments(tokens: readonly Token[]): readonly TemplateProblem[] {
  const directives = directivesOf(tokens);
  if (directives.length === 0) return [];
  return [mixture(directives), gap(directives), ...retyped(directives)].filter((problem) => problem !== undefined);
}

function mixture(directives: readonly Directive[]): TemplateProblem | undefined {
  const [first] = directives;
  if (first === undefined) return undefined;
  const other = directives.find((directive) => hasPosition(directive) !== hasPosition(first));
  if (other === undefined) return undefined;
  const [positional, plain] = hasPosition(other) ? [other, first] : [first, other];
  const message = `The template has directives with a position, such as "${positional.text}", and without one, such as "${plain.text}".`;
  return { message, help: "Give every directive a position, or none.", ...partOf(other) };
}

function gap(directives: readonly Directive[]): TemplateProblem | undefined {
  const used = new Set(directives.map(({ argument }) => argument));
  let missing = 0;
  while (used.has(missing)) missing += 1;
  const beyond = directives.find(({ argument }) => argument > missing);
  if (beyond === undefined) return undefined;
  const message = `The directive "${beyond.text}" prints argument ${beyond.argument + 1}, but nothing prints argument ${missing + 1}.`;
  const help = "Number the arguments from 1 on without gaps; C cannot skip an argument whose type it does not know.";
  return { message, help, ...partOf(beyond) };
}

function retyped(directives: readonly Directive[]): readonly TemplateProblem[] {
  const firsts = firstByArgument(directives);
  return directives.flatMap((directive) => {
    const first = firsts.get(directive.argument) ?? directive;
    if (valueType(first) === valueType(directive)) return [];
    const message = `The directive "${directive.text}" prints argument ${directive.argument + 1} as ${described(directive)}, but "${first.text}" prints it as ${described(first)}.`;
    const help = "Print an argument with one type of directive, or number the arguments differently.";
    return [{ message, help, ...partOf(directive) }];
  });
}

function firstByArgument(directives: readonly Directive[]): ReadonlyMap<number, Directive> {
  return new Map(directives.toReversed().map((directive) => [directive.argument, directive]));
}

/** The place of a directive in its template. */
export function partOf({ offset, text }: Directive): Pick<TemplateProblem, "offset" | "length"> {
  return { offset, length: text.length };
}

/** The first directive of each argument, in the order of the arguments. */
export function templateArguments({ tokens }: Template): readonly Directive[] {
  return [...firstByArgument(directivesOf(tokens)).values()].toSorted((a, b) => a.argument - b.argument);
}

/** The type of a param that has no "type". */
export function valueType({ conversion }: Directive): Exclude<ParamType, "int64"> {
  if (conversion === "s" || conversion === "c" || conversion === "q") return "string";
  return "diuxXo".includes(conversion) ? "integer" : "number";
}

/** An argument that the translation leaves out, adds, or prints as another type. */
export type ArgumentDifference =
  | { readonly original: Directive; readonly translation?: undefined }
  | { readonly original?: undefined; readonly translation: Directive }
  | { readonly original: Directive; readonly translation: Directive };

/** The order of the arguments and the number of their uses are free. */
export function compareArguments(original: Template, translation: Template): readonly ArgumentDifference[] {
  const here = firstByArgument(directivesOf(original.tokens));
  const there = firstByArgument(directivesOf(translation.tokens));
  const all = [...new Set([...here.keys(), ...there.keys()])].toSorted((a, b) => a - b);
  return all.flatMap((argument): readonly ArgumentDifference[] => {
    const [before, after] = [here.get(argument), there.get(argument)];
    if (before === undefined) return after === undefined ? [] : [{ translation: after }];
    if (after === undefined) return [{ original: before }];
    return valueType(before) === valueType(after) ? [] : [{ original: before, translation: after }];
  });
}

/** The type of the printed value with its article: "an integer". */
export function described(directive: Directive): string {
  const type = valueType(directive);
  return type === "integer" ? `an ${type}` : `a ${type}`;
}

function directivesOf(tokens: readonly Token[]): readonly Directive[] {
  return tokens.filter((token) => token.kind === "directive");
}
