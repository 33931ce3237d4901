// Lines that occur once in each of two texts, in the order of both: they divide a comparison that would take too long as a whole.

/** Parts of two lists: from the first index to the one behind the last. */
export interface Range {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

/** The longest series of pairs of equal items, each once in its part, that rises in both lists. */
export function uniquePairs(
  a: Int32Array,
  b: Int32Array,
  range: Range,
  ids: number,
): readonly (readonly [a: number, b: number])[] {
  const inA = placesOf(a, range.aFrom, range.aTo, ids);
  const inB = placesOf(b, range.bFrom, range.bTo, ids);
  const pairs = Array.from(inB)
    .flatMap((at, id): readonly (readonly [number, number])[] => {
      const place = inA[id] ?? NOWHERE;
      return at >= 0 && place >= 0 ? [[place, at]] : [];
    })
    .toSorted(([x], [y]) => x - y);
  return longestRise(pairs);
}

const NOWHERE = -1;
const OFTEN = -2;

/** By id, the index of the only item; else a negative number. */
function placesOf(list: Int32Array, from: number, to: number, ids: number): Int32Array {
  const places = new Int32Array(ids).fill(NOWHERE);
  for (let at = from; at < to; at++) {
    const id = list[at] ?? 0;
    places[id] = places[id] === NOWHERE ? at : OFTEN;
  }
  return places;
}

/** Each pair goes on top of the first pile whose top is not lower; the pairs below the last pile's top make the series. */
function longestRise(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tops: number[] = [];
  const below: (number | undefined)[] = [];
  for (const [index, [, b]] of pairs.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    below.push(tops[low - 1]);
    tops[low] = index;
  }
  const series: (readonly [number, number])[] = [];
  for (let at = tops.at(-1); at !== undefined; at = below[at]) {
    const pair = pairs[at];
    if (pair !== undefined) series.push(pair);
  }
  return series.toReversed();
}
