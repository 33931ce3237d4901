// A code that is gone becomes the new code whose name has the same words and more, or fewer: a hint for people, which proves nothing.
import { createCorrector } from "../../diagnostic/suggest.ts";
import type { ErrorModel } from "../../model/model.ts";

/** Pairs of names that are compared at most: a table that was made anew gets no hints. */
const MOST_PAIRS = 200_000;

/** For each code that is gone, the only new code of the same statuses whose name is nearest; undefined where none or several are. */
export function successorFinder(
  removed: readonly ErrorModel[],
  added: readonly ErrorModel[],
): (gone: ErrorModel) => string | undefined {
  if (removed.length * added.length > MOST_PAIRS) return () => undefined;
  const others = added.map(({ code, statuses }) => ({ code, statuses: statuses.join(), words: wordsOf(code) }));
  return ({ code, statuses }) => {
    const fitting = others.filter((other) => other.statuses === statuses.join());
    const spelled = createCorrector(fitting.map((other) => other.code))(code);
    if (spelled !== undefined) return spelled;
    const words = wordsOf(code);
    const near = fitting.filter((other) => isWithin(words, other.words) || isWithin(other.words, words));
    const distance = (other: { readonly words: ReadonlySet<string> }) => Math.abs(other.words.size - words.size);
    const least = Math.min(...near.map(distance));
    const [nearest, ...more] = near.filter((other) => distance(other) === least);
    return more.length > 0 ? undefined : nearest?.code;
  };
}

/** Fewer words are within too many names. */
const FEWEST_WORDS = 2;

function isWithin(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  return few.size >= FEWEST_WORDS && few.size < many.size && [...few].every((word) => many.has(word));
}

/** In lower case; a digit is part of its word. */
function wordsOf(code: string): ReadonlySet<string> {
  const words = code.match(/\p{Lu}+(?!\p{Ll})[\p{N}]*|\p{Lu}?[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N}]*/gu) ?? [];
  return new Set(words.map((word) => word.toLowerCase()));
}
