// The function of suggest.ts for pages: it takes names for similar that differ in one place.

/** The candidate that a person most probably meant. */
export function createSuggester(candidates: Iterable<string>): (name: string) => string | undefined {
  const names = [...candidates];
  return (name) => {
    const sought = fold(name);
    let least = Math.min(3, Math.floor(name.length / 3)) + 1;
    let best: string | undefined;
    for (const one of names) {
      const found = differenceOf(sought, fold(one));
      if (found < least) [best, least] = [one, found];
    }
    return best === name ? undefined : best;
  };
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[\s._-]/g, "") || name;
}

/** The characters between what both begin and end with. */
function differenceOf(one: string, other: string): number {
  const most = Math.max(one.length, other.length);
  let [start, end] = [0, 0];
  while (start < most && one[start] === other[start]) start += 1;
  while (start + end < Math.min(one.length, other.length) && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return most - start - end;
}
