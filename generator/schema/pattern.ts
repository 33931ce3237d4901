// Tests a text against a regular expression from a table, which may not take long.

/** Steps that one test may take: about a millisecond. */
const MOST_STEPS = 200_000;
const MOST_LENGTH = 1_000;

/** True as well where the pattern is no regular expression, or where backtracking could take long. */
export function matchesPattern(pattern: string, text: string): boolean {
  if (stepsOf(pattern, text.length) > MOST_STEPS) return true;
  const expression = compilePattern(pattern);
  return expression === undefined || expression.test(text);
}

/**
 * Without a repeated group that itself repeats or chooses, backtracking takes at most the product of the ways that each
 * repetition and each choice can go, for each place where the match may begin.
 */
function stepsOf(pattern: string, length: number): number {
  if (pattern.length > MOST_LENGTH || /\\[1-9k]/.test(pattern)) return Number.POSITIVE_INFINITY;
  let flat = pattern
    .replace(/\\(?:[pP]|u)\{[^}]*\}|\\[\s\S]/g, "a")
    .replace(/\[[^\]]*\]/g, "a")
    .replace(/\(\?(?:[:=!]|<[=!]|<[^>]*>)/g, "(");
  // From the inside out: a group without alternatives and repetitions counts as one character.
  for (let before = ""; before !== flat; ) {
    before = flat;
    flat = flat.replace(/([^()|*+?}])\{\d+\}/g, "$1").replace(/\([^()*+?{|]*\)/g, "a");
  }
  if (/\)[*+{]/.test(flat)) return Number.POSITIVE_INFINITY;
  let steps = flat.startsWith("^") && !flat.includes("|") ? 1 : length + 1;
  for (const [, least, most] of flat.matchAll(/\{(\d+),(\d*)\}/g)) {
    steps *= most === "" ? length + 1 : Math.min(length + 1, Math.max(1, Number(most) - Number(least) + 1));
  }
  for (const [sign] of flat.matchAll(/[*+?|]/g)) steps *= sign === "*" || sign === "+" ? length + 1 : 2;
  return steps;
}

/** The regular expression as validators read it; undefined where they cannot. */
export function compilePattern(pattern: string): RegExp | undefined {
  if (compiled.has(pattern)) return compiled.get(pattern);
  let expression: RegExp | undefined;
  try {
    expression = new RegExp(pattern, "u");
  } catch {
    expression = undefined;
  }
  if (compiled.size > 10_000) compiled.clear();
  compiled.set(pattern, expression);
  return expression;
}

const compiled = new Map<string, RegExp | undefined>();
