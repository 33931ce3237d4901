// The lines that two texts do not share: the fewest, found in linear space (Myers); where that would take too long, lines that occur
// once in both texts divide the work (patience).
import { type Range, uniquePairs } from "./unique-lines.ts";

/** By line, 1 where the other text lacks it. */
export interface LineChanges {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

type Point = readonly [a: number, b: number];

export function changedLines(before: readonly string[], after: readonly string[]): LineChanges {
  const ids = new Map<string, number>();
  const idOf = (line: string): number => {
    const id = ids.get(line) ?? ids.size;
    ids.set(line, id);
    return id;
  };
  const [idsBefore, idsAfter] = [before.map(idOf), after.map(idOf)];
  const changes = { before: new Uint8Array(before.length).fill(1), after: new Uint8Array(after.length).fill(1) };
  // A line that the other text has nowhere is changed in any case.
  const left = sharedLines(idsBefore, new Set(idsAfter));
  const right = sharedLines(idsAfter, new Set(idsBefore));
  for (const [a, b] of commonLines(left.ids, right.ids, ids.size)) {
    changes.before[left.lines[a] ?? 0] = 0;
    changes.after[right.lines[b] ?? 0] = 0;
  }
  return changes;
}

function sharedLines(all: readonly number[], others: ReadonlySet<number>) {
  const lines = Array.from(all.keys()).filter((line) => others.has(all[line] ?? 0));
  return { lines, ids: Int32Array.from(lines, (line) => all[line] ?? 0) };
}

/** Pairs of equal items, in the order of both lists. */
function* commonLines(a: Int32Array, b: Int32Array, ids: number): Iterable<Point> {
  const search = divider(a, b);
  const open: Range[] = [{ aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    let { aFrom, aTo, bFrom, bTo } = range;
    while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) yield [aFrom++, bFrom++];
    while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) yield [--aTo, --bTo];
    if (aFrom === aTo || bFrom === bTo) continue;
    const rest = { aFrom, aTo, bFrom, bTo };
    const found = search(rest);
    const pairs = found.isBest ? [] : uniquePairs(a, b, rest, ids);
    // Few of them may be lines that moved, which would keep many others apart.
    const points = pairs.length * MANY > Math.min(aTo - aFrom, bTo - bFrom) ? pairs : [];
    const [aFound, bFound] = found.point;
    // Nothing divides the range: it has about nothing in common.
    if (points.length === 0 && (aFound + bFound === aFrom + bFrom || aFound + bFound === aTo + bTo)) continue;
    let [aLast, bLast] = [aFrom, bFrom];
    for (const [aNext, bNext] of [...(points.length > 0 ? points : [found.point]), [aTo, bTo] as const]) {
      open.push({ aFrom: aLast, aTo: aNext, bFrom: bLast, bTo: bNext });
      [aLast, bLast] = [aNext, bNext];
    }
  }
}

/** The steps after which a division is taken that may not be the best. */
const MOST_STEPS = 2_000;
/** One of so many lines has to be a unique pair for the pairs to divide a range. */
const MANY = 4;

/**
 * Finds the point where the shortest ways from both ends of a range meet. A diagonal is a − b; `ahead` and `back` hold, by diagonal,
 * how far in `a` the ways from the start and from the end have come. The range begins and ends with a difference.
 */
function divider(a: Int32Array, b: Int32Array) {
  const shift = b.length + 1;
  const ahead = new Int32Array(a.length + b.length + 3);
  const back = new Int32Array(a.length + b.length + 3);
  return ({ aFrom, aTo, bFrom, bTo }: Range): { readonly point: Point; readonly isBest: boolean } => {
    const [lowest, highest] = [aFrom - bTo, aTo - bFrom];
    const [first, last] = [aFrom - bFrom, aTo - bTo];
    const isOdd = ((first - last) & 1) !== 0;
    let [aheadLow, aheadHigh, backLow, backHigh] = [first, first, last, last];
    ahead[shift + first] = aFrom;
    back[shift + last] = aTo;
    for (let steps = 1; ; steps++) {
      if (aheadLow > lowest) ahead[shift + --aheadLow - 1] = -1;
      else aheadLow++;
      if (aheadHigh < highest) ahead[shift + ++aheadHigh + 1] = -1;
      else aheadHigh--;
      for (let diagonal = aheadHigh; diagonal >= aheadLow; diagonal -= 2) {
        const at = shift + diagonal;
        let x = Math.max((ahead[at - 1] ?? 0) + 1, ahead[at + 1] ?? 0);
        while (x < aTo && x - diagonal < bTo && a[x] === b[x - diagonal]) x++;
        ahead[at] = x;
        if (isOdd && diagonal >= backLow && diagonal <= backHigh && x >= (back[at] ?? 0))
          return { point: [x, x - diagonal], isBest: true };
      }
      if (backLow > lowest) back[shift + --backLow - 1] = FAR;
      else backLow++;
      if (backHigh < highest) back[shift + ++backHigh + 1] = FAR;
      else backHigh--;
      for (let diagonal = backHigh; diagonal >= backLow; diagonal -= 2) {
        const at = shift + diagonal;
        let x = Math.min(back[at - 1] ?? 0, (back[at + 1] ?? 0) - 1);
        while (x > aFrom && x - diagonal > bFrom && a[x - 1] === b[x - diagonal - 1]) x--;
        back[at] = x;
        if (!isOdd && diagonal >= aheadLow && diagonal <= aheadHigh && x <= (ahead[at] ?? 0))
          return { point: [x, x - diagonal], isBest: true };
      }
      if (steps >= MOST_STEPS) return { point: farthest(aheadLow, aheadHigh), isBest: false };
    }

    /** The point nearest to the end that a way from the start has reached. */
    function farthest(low: number, high: number): Point {
      let best: Point = [aFrom, bFrom];
      for (let diagonal = low; diagonal <= high; diagonal += 2) {
        const x = Math.min(ahead[shift + diagonal] ?? 0, aTo, bTo + diagonal);
        if (x - diagonal >= bFrom && 2 * x - diagonal > best[0] + best[1]) best = [x, x - diagonal];
      }
      return best;
    }
  };
}

const FAR = 2 ** 30;
