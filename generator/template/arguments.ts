// The directives of a template become its arguments: they are checked, and compared with those of a translation.
import type { Conversion, Directive, ParamType, Template, TemplateProblem, Token } from "./template.ts";

/** Positions without gaps, positions for all directives or none, and one type per argument. */
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
  return {
    message: `The template has directives with a position, such as "${positional.text}", and without one, such as "${plain.text}".`,
    help: "Give every directive a position, or none.",
    offset: other.offset,
    length: other.text.length,
  };
}

function gap(directives: readonly Directive[]): TemplateProblem | undefined {
  const used = new Set(directives.map(({ argument }) => argument));
  let missing = 0;
  while (used.has(missing)) missing += 1;
  const beyond = directives.find(({ argument }) => argument > missing);
  if (beyond === undefined) return undefined;
  return {
    message: `The directive "${beyond.text}" prints argument ${beyond.argument + 1}, but nothing prints argument ${missing + 1}.`,
    help: "Number the arguments from 1 on without gaps; C cannot skip an argument whose type it does not know.",
    offset: beyond.offset,
    length: beyond.text.length,
  };
}

function* retyped(directives: readonly Directive[]): Iterable<TemplateProblem> {
  const firsts = new Map<number, Directive>();
  for (const directive of directives) {
    const first = firsts.get(directive.argument);
    if (first === undefined) {
      firsts.set(directive.argument, directive);
    } else if (valueType(first) !== valueType(directive)) {
      yield {
        message: `The directive "${directive.text}" prints argument ${directive.argument + 1} as ${described(directive)}, but "${first.text}" prints it as ${described(first)}.`,
        help: "Print an argument with one type of directive, or number the arguments differently.",
        offset: directive.offset,
        length: directive.text.length,
      };
    }
  }
}

/** The first directive of each argument, in the order of the arguments. */
export function templateArguments(template: Template): readonly Directive[] {
  const first = new Map<number, Directive>();
  for (const directive of directivesOf(template.tokens)) {
    if (!first.has(directive.argument)) first.set(directive.argument, directive);
  }
  return [...first.values()].toSorted((a, b) => a.argument - b.argument);
}

/** The type of a param that has no "type". */
export function valueType({ conversion }: Directive): Exclude<ParamType, "int64"> {
  return VALUE_TYPES[conversion];
}

export interface ArgumentDifference {
  /** Counted from 0. */
  readonly argument: number;
  /** Absent where the original does not have the argument. */
  readonly original?: Directive;
  /** Absent where the translation does not have it; with both, their types differ. */
  readonly translation?: Directive;
}

/** The arguments that a translation leaves out, adds or prints as another type. Their order and number of uses are free. */
export function compareArguments(original: Template, translation: Template): readonly ArgumentDifference[] {
  const here = new Map(templateArguments(original).map((directive) => [directive.argument, directive]));
  const there = new Map(templateArguments(translation).map((directive) => [directive.argument, directive]));
  const all = [...new Set([...here.keys(), ...there.keys()])].toSorted((a, b) => a - b);
  return all.flatMap((argument) => {
    const [before, after] = [here.get(argument), there.get(argument)];
    if (before !== undefined && after !== undefined && valueType(before) === valueType(after)) return [];
    return [
      {
        argument,
        ...(before === undefined ? {} : { original: before }),
        ...(after === undefined ? {} : { translation: after }),
      },
    ];
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

function hasPosition({ text }: Directive): boolean {
  return text.includes("$");
}

const VALUE_TYPES: Readonly<Record<Conversion, Exclude<ParamType, "int64">>> = {
  s: "string",
  c: "string",
  d: "integer",
  i: "integer",
  u: "integer",
  x: "integer",
  X: "integer",
  o: "integer",
  f: "number",
  F: "number",
  e: "number",
  E: "number",
  g: "number",
  G: "number",
};
