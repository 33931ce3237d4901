// Two texts become the hunks of a unified diff: changed lines with three lines around them.
import { changedLines } from "./line-diff.ts";

/** The lines begin with "+", "-" or a space. Starts count from 1, as patches count them: an empty part names the line before it. */
export interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  readonly lines: readonly string[];
}

const CONTEXT = 3;

/** Lines that follow each other in one text and stand between two lines of the other. */
interface Change {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

export function hunksOf(oldText: string, newText: string): readonly Hunk[] {
  const [oldLines, newLines] = [linesOf(oldText), linesOf(newText)];
  const groups: Change[][] = [];
  for (const change of changesOf(oldLines, newLines)) {
    const last = groups.at(-1);
    if (change.oldFrom - (last?.at(-1)?.oldTo ?? Number.NEGATIVE_INFINITY) <= 2 * CONTEXT) last?.push(change);
    else groups.push([change]);
  }
  return groups.map((changes) => hunkOf(changes, oldLines, newLines));
}

/** Each line with its end; the last one may have none. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function changesOf(oldLines: readonly string[], newLines: readonly string[]): readonly Change[] {
  const { before, after } = changedLines(oldLines, newLines);
  const changes: Change[] = [];
  let [oldTo, newTo] = [0, 0];
  while (oldTo < before.length || newTo < after.length) {
    const [oldFrom, newFrom] = [oldTo, newTo];
    while (before[oldTo] === 1) oldTo++;
    while (after[newTo] === 1) newTo++;
    if (oldTo > oldFrom || newTo > newFrom) changes.push({ oldFrom, oldTo, newFrom, newTo });
    else [oldTo, newTo] = [oldTo + 1, newTo + 1];
  }
  return changes.map((change, index) => {
    const [last, next] = [changes[index - 1], changes[index + 1]];
    const { oldFrom, oldTo, newFrom, newTo } = change;
    if (oldFrom < oldTo && newFrom < newTo) return change;
    const move =
      newFrom < newTo
        ? bestMove(newLines, newFrom, newTo, last?.newTo ?? 0, next?.newFrom ?? newLines.length)
        : bestMove(oldLines, oldFrom, oldTo, last?.oldTo ?? 0, next?.oldFrom ?? oldLines.length);
    return { oldFrom: oldFrom + move, oldTo: oldTo + move, newFrom: newFrom + move, newTo: newTo + move };
  });
}

function hunkOf(changes: readonly Change[], oldLines: readonly string[], newLines: readonly string[]): Hunk {
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined) throw new Error("A hunk has a change.");
  const above = Math.min(CONTEXT, first.oldFrom);
  const below = Math.min(CONTEXT, oldLines.length - last.oldTo);
  let at = first.oldFrom - above;
  const [oldFrom, newFrom] = [at, first.newFrom - above];
  const lines = changes.flatMap((change) => {
    const shared = oldLines.slice(at, change.oldFrom);
    at = change.oldTo;
    return [
      ...marked(" ", shared),
      ...marked("-", oldLines.slice(change.oldFrom, change.oldTo)),
      ...marked("+", newLines.slice(change.newFrom, change.newTo)),
    ];
  });
  const [oldCount, newCount] = [last.oldTo + below - oldFrom, last.newTo + below - newFrom];
  return {
    oldStart: oldCount === 0 ? oldFrom : oldFrom + 1,
    oldLines: oldCount,
    newStart: newCount === 0 ? newFrom : newFrom + 1,
    newLines: newCount,
    lines: [...lines, ...marked(" ", oldLines.slice(at, at + below))],
  };
}

function marked(sign: string, lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) =>
    line.endsWith("\n") ? [sign + line.slice(0, -1)] : [sign + line, "\\ No newline at end of file"],
  );
}

/**
 * Where added or removed lines may as well begin some lines earlier or later, because the lines around them are equal, they begin
 * with the line that stands farthest to the left, such as the first line of an entry, and as late as possible.
 */
function bestMove(lines: readonly string[], from: number, to: number, lowest: number, highest: number): number {
  let [first, last] = [0, 0];
  while (from + first > lowest && lines[from + first - 1] === lines[to + first - 1]) first--;
  while (to + last < highest && lines[from + last] === lines[to + last]) last++;
  let best = first;
  for (let move = first; move <= last; move++) if (depth(lines[from + move]) <= depth(lines[from + best])) best = move;
  return best;
}

/** How far a line stands to the right. Ends of blocks and empty lines begin nothing. */
function depth(line = ""): number {
  const text = line.trimStart();
  return text === "" || /^[\])}>*]|^<\//.test(text) ? Number.POSITIVE_INFINITY : line.length - text.length;
}
