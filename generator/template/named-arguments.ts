// The placeholders of a template become directives: each name gets a param, an argument and a conversion.
import type { NamedTokens, Placeholder } from "./named-tokens.ts";
import type { Conversion, Directive, ParamType, Template, TemplateProblem, Token } from "./template.ts";

/** The params that a table describes; the other ones are strings. */
export type DescribedParams = Readonly<Record<string, { readonly type?: ParamType | undefined }>>;

interface Argument {
  readonly param: string;
  readonly argument: number;
  readonly conversion: Conversion;
}

export interface NamedArguments {
  readonly tokens: readonly Token[];
  readonly problems: readonly TemplateProblem[];
}

/** A translation has the arguments of its original, and after them its surplus ones. */
export function nameArguments(
  { tokens }: NamedTokens,
  params: DescribedParams,
  original: Template | undefined,
): NamedArguments {
  const placeholders = tokens.filter((token) => token.kind === "placeholder");
  const names = original === undefined ? ownArguments(placeholders, params) : translated(placeholders, original);
  const directives = tokens.map((token): Token => {
    if (token.kind === "literal") return token;
    const { text, offset, name } = token;
    const { param, argument, conversion } = names.get(name) ?? { param: name, argument: 0, conversion: "s" };
    return { kind: "directive", text, offset, argument, name: { written: name, param }, conversion, flags: "" };
  });
  return { tokens: directives, problems: nameProblems(directives) };
}

/** Described params come first, in their order; then numbers, then names in the order of their first use. */
function ownArguments(placeholders: readonly Placeholder[], params: DescribedParams): ReadonlyMap<string, Argument> {
  const written = [...new Set(placeholders.map(({ name }) => name))];
  const names = paramNames(written, Object.keys(params));
  const used = new Set(names.values());
  const ordered = [...new Set([...Object.keys(params).filter((name) => used.has(name)), ...used])];
  const numbers = new Map(ordered.map((param, argument) => [param, argument]));
  return new Map(
    Array.from(names, ([name, param]) => {
      const type = Object.hasOwn(params, param) ? params[param]?.type : undefined;
      return [name, { param, argument: numbers.get(param) ?? 0, conversion: CONVERSIONS[type ?? "string"] }];
    }),
  );
}

const CONVERSIONS: Readonly<Record<ParamType, Conversion>> = { string: "s", integer: "d", int64: "d", number: "n" };

const NUMBER = /^\d+$/;

/**
 * A name is its param's, in camel case where it has several words. Numbers take the described params in order, as positions
 * of printf do, and are "arg0", "arg1" beyond them.
 */
function paramNames(written: readonly string[], described: readonly string[]): ReadonlyMap<string, string> {
  const numbers = written.filter((name) => NUMBER.test(name)).toSorted((a, b) => Number(a) - Number(b));
  const words = written.filter((name) => !NUMBER.test(name)).map((name) => [name, paramNameOf(name)] as const);
  const taken = new Set([...words.map(([, param]) => param), ...numbers.map((number) => `arg${number}`)]);
  const free = described.filter((name) => !taken.has(name));
  const numbered = numbers.map((number) => {
    const own = `arg${number}`;
    return [number, described.includes(own) ? own : (free.shift() ?? own)] as const;
  });
  return new Map([...numbered, ...words]);
}

/** "user id", "user.id" and "user-id" are "userId". */
export function paramNameOf(written: string): string {
  return written.replace(/[ .-]+(.)/g, (_, first: string) => first.toUpperCase());
}

function translated(placeholders: readonly Placeholder[], original: Template): ReadonlyMap<string, Argument> {
  const names = new Map<string, Argument>();
  let next = 0;
  for (const token of original.tokens) {
    if (token.kind === "literal") continue;
    const { argument, conversion, name } = token;
    if (name !== undefined) names.set(name.written, { param: name.param, argument, conversion });
    next = Math.max(next, argument + 1);
  }
  for (const { name } of placeholders) {
    if (names.has(name)) continue;
    names.set(name, { param: NUMBER.test(name) ? `arg${name}` : paramNameOf(name), argument: next, conversion: "s" });
    next += 1;
  }
  return names;
}

/** The grammar of a table allows these names for params. */
export const PARAM_NAME = /^(?!__proto__$)[A-Za-z_][A-Za-z0-9_]{0,63}$/;

function nameProblems(tokens: readonly Token[]): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const firsts = new Map<string, Directive>();
  for (const token of tokens) {
    if (token.kind === "literal" || token.name === undefined) continue;
    const { text, offset, name } = token;
    const first = firsts.get(name.param);
    firsts.set(name.param, first ?? token);
    const place = { offset, length: text.length };
    if (!PARAM_NAME.test(name.param) || (NUMBER.test(name.written) && !/^(?:0|[1-9]\d{0,2})$/.test(name.written))) {
      const message = `No param can have the name of "${text}".`;
      problems.push({ message, help: "Use a name of at most 64 letters and digits, or a number up to 999.", ...place });
    } else if (first?.name !== undefined && first.name.written !== name.written) {
      const message = `"${first.text}" and "${text}" would both be the param "${name.param}".`;
      problems.push({
        message,
        help: "Write the same value in the same way, and different values differently.",
        ...place,
      });
    }
  }
  return problems;
}
