// An unknown name and the known names become "Did you mean …?", or nothing where no known name is similar.
import { groupBy } from "./group-by.ts";

/** The cost that one search may have, in compared characters: a table of 50,000 codes is searched once, not 50,000 times. */
const BUDGET = 20_000_000;

/** A sentence for `help`. The names beside the unknown one cannot stand there a second time. */
export function didYouMean(
  name: string,
  candidates: Iterable<string>,
  beside: Iterable<string> = [],
): string | undefined {
  return createHinter(candidates)(name, beside);
}

/** For many unknown names over the same candidates: the budget is shared by all of them. */
export function createHinter(
  candidates: Iterable<string>,
): (name: string, beside?: Iterable<string>) => string | undefined {
  const suggest = createSuggester(candidates);
  return (name, beside = []) => {
    const meant = suggest(name);
    if (meant === undefined) return undefined;
    const isThere = new Set(beside).has(meant);
    return isThere ? `Remove it: "${meant}", which is like it, is there already.` : `Did you mean "${meant}"?`;
  };
}

/** The candidate that a person most probably meant. */
export function createSuggester(candidates: Iterable<string>): (name: string) => string | undefined {
  const search = createSearch(candidates);
  return (name) => search(name)[0];
}

/** The candidate that a person meant, if no other one is as similar. Similar numbers mean different things. */
export function createCorrector(candidates: Iterable<string>): (name: string) => string | undefined {
  const search = createSearch(candidates);
  return (name) => {
    const [meant, other] = search(name);
    return other === undefined && !/^-?\d+$/.test(name) ? meant : undefined;
  };
}

/** Finds the candidates that are the most similar ones to a name that is none of them; where others may be, one twice. */
function createSearch(candidates: Iterable<string>): (name: string) => readonly string[] {
  let index: Index | undefined;
  let budget = BUDGET;
  return (name) => {
    index ??= buildIndex(candidates);
    const same = index.byFold.get(fold(name));
    if (same) return same[0] === name ? [] : same;
    const most = Math.min(3, Math.floor(name.length / 3));
    let best: string[] = [];
    let least = most;
    // Names of the same length first, then shorter and longer ones in turn.
    for (const difference of [0, -1, 1, -2, 2, -3, 3].slice(0, 2 * most + 1)) {
      for (const candidate of index.byLength.get(name.length + difference) ?? []) {
        // Candidates that were not looked at may be as similar.
        if (budget <= 0) return [...best, ...best];
        budget -= name.length;
        const found = distanceBetween(fold(name), fold(candidate), least);
        if (found < least) [best, least] = [[], found];
        if (found === least) best.push(candidate);
      }
    }
    return best;
  };
}

interface Index {
  readonly byFold: ReadonlyMap<string, readonly string[]>;
  readonly byLength: ReadonlyMap<number, readonly string[]>;
}

function buildIndex(candidates: Iterable<string>): Index {
  const names = [...new Set(candidates)];
  return { byFold: groupBy(names, fold), byLength: groupBy(names, ({ length }) => length) };
}

/** People get case and separators wrong most often. */
function fold(name: string): string {
  const letters = name.toLowerCase().replace(/[\s._-]/g, "");
  return letters === "" ? name : letters;
}

/** Insertions, deletions, substitutions and swaps of neighbours; above `most`, which is at most 3, any number above it. */
function distanceBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const [own, other] = [a.slice(same), b.slice(same)];
  if (own === other) return 0;
  if (most === 0) return 1;
  const after = (ofOwn: number, ofOther: number): number =>
    1 + distanceBetween(own.slice(ofOwn), other.slice(ofOther), most - 1);
  const isSwapped = own[0] === other[1] && own[1] === other[0];
  return Math.min(after(1, 1), after(1, 0), after(0, 1), isSwapped ? after(2, 2) : most + 1);
}
