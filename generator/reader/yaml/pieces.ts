// The pieces of a text are read one by one and joined to one tree, so that an error in one leaves the others as they are, and a piece
// that is known need not be read again.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import type { ParsedYaml } from "./full-yaml.ts";
import { lazyMap, movePair, type Node, type Pair } from "./node.ts";
import { moved, type PieceReading, readPiece } from "./read-piece.ts";
import { reportDuplicate } from "./refusals.ts";
import { cutText, type Piece } from "./text-pieces.ts";

/** The pieces of the last text, in order. */
export interface PieceMemory {
  known: readonly KnownPiece[];
}

interface KnownPiece {
  readonly text: string;
  readonly meant: number | undefined;
  readonly reading: PieceReading | "whole";
}

export interface ReadPieces extends ParsedYaml {
  /** Where the fields and rows with errors of syntax have their keys. */
  readonly cut: readonly number[];
}

/** Undefined where the text has to be read as a whole. */
export function readPieces(source: SourceFile, memory?: PieceMemory): ReadPieces | undefined {
  const { text } = source;
  const pieces = cutText(text);
  if (pieces === undefined) return undefined;
  const known = readAll(pieces, text, memory?.known ?? []);
  if (memory !== undefined) memory.known = known;
  const found: Diagnostic[] = [];
  const cut: number[] = [];
  const fields = createMap(source, found);
  let rows: MapMaker | undefined;
  for (const [index, { kind, start }] of pieces.entries()) {
    const { reading, text: own } = known[index] as KnownPiece;
    if (reading === "whole") return undefined;
    const { pair, diagnostics } = reading;
    const isFirst = pair === undefined || (kind === "row" ? (rows ?? fields) : fields).add(pair, start);
    const last = diagnostics.length === 0 ? 0 : start + own.trimEnd().length;
    for (const diagnostic of diagnostics) {
      // A second key of the same name has no value, so that only its syntax counts.
      if (isFirst || diagnostic.code === "yaml-syntax") found.push(moved(diagnostic, source, start, last));
    }
    if (reading.cut !== undefined && pair !== undefined) cut.push(start + reading.cut);
    if (kind === "head") {
      const own = createMap(source, found);
      rows = own;
      fields.complete(() => own.node());
    }
  }
  const root = fields.node();
  return root && { root, diagnostics: found, cut };
}

/** A text mostly begins and ends with the pieces of the last one. Whether a piece is the same, its characters alone decide. */
function readAll(pieces: readonly Piece[], text: string, before: readonly KnownPiece[]): readonly KnownPiece[] {
  const isSame = (piece: Piece, known: KnownPiece | undefined): known is KnownPiece =>
    known !== undefined &&
    known.text.length === piece.end - piece.start &&
    known.meant === piece.meant &&
    text.startsWith(known.text, piece.start);
  const known: KnownPiece[] = [];
  for (const piece of pieces) {
    const same = before[known.length];
    if (!isSame(piece, same)) break;
    known.push(same);
  }
  const shift = before.length - pieces.length;
  const tail: KnownPiece[] = [];
  for (let index = pieces.length - 1; index >= known.length && index + shift >= known.length; index -= 1) {
    const [piece, same] = [pieces[index] as Piece, before[index + shift]];
    if (!isSame(piece, same)) break;
    tail.push(same);
  }
  const others = new Map(before.slice(known.length, before.length - tail.length).map((one) => [one.text, one]));
  for (const piece of pieces.slice(known.length, pieces.length - tail.length)) {
    const { start, end, indent, meant } = piece;
    const own = before.length === 0 ? text.slice(start, end) : detached(text.slice(start, end));
    const same = others.get(own);
    if (isSame(piece, same)) known.push(same);
    else {
      const read = { text: own, meant, reading: readPiece(own, indent, meant) };
      // A broken text may have thousands of equal pieces.
      others.set(own, read);
      known.push(read);
    }
  }
  return [...known, ...tail.toReversed()];
}

/** A part of a text holds the whole text in memory, unless it is joined anew. */
function detached(part: string): string {
  return `${part} `.slice(0, -1);
}

interface MapMaker {
  /** The pair of a piece that begins at `start`. False where the key is there already. */
  add(pair: Pair, start: number): boolean;
  /** The value of the last pair, which is made later. */
  complete(value: () => Node | undefined): void;
  /** Undefined without a pair. */
  node(): Node | undefined;
}

function createMap(source: SourceFile, found: Diagnostic[]): MapMaker {
  const pairs: Pair[] = [];
  const starts: number[] = [];
  const indexes = new Map<string, number>();
  let later: { readonly index: number; readonly value: () => Node | undefined } | undefined;
  const pairAt = (index: number): Pair => movePair(pairs[index] as Pair, starts[index] ?? 0);
  const reportSecond = (name: string, pair: Pair, first: number): void => {
    reportDuplicate(name, pair.key, pairAt(first).key, {
      source,
      report: (code, [start, end], message, help, rest) =>
        found.push({ code, severity: "error", message, help, place: { source, span: { start, end } }, ...rest }),
    });
  };
  return {
    add(pair, start) {
      const name = pair.key.data as string;
      const first = indexes.get(name);
      if (first !== undefined) {
        reportSecond(name, movePair(pair, start), first);
        return false;
      }
      indexes.set(name, pairs.length);
      pairs.push(pair);
      starts.push(start);
      return true;
    },
    complete(value) {
      later = { index: pairs.length - 1, value };
    },
    node() {
      const last = pairs.length - 1;
      if (last < 0) return undefined;
      const data = Object.create(null) as Record<string, unknown>;
      const made = later && { index: later.index, value: later.value() };
      for (const [name, index] of indexes) {
        data[name] = (index === made?.index ? made.value : pairs[index]?.value)?.data ?? null;
      }
      const whole = (index: number): Pair =>
        index === made?.index ? { key: pairAt(index).key, value: made.value } : pairAt(index);
      const [{ key: first }, { key, value }] = [whole(0), whole(last)];
      const place = { start: first.start, end: (value ?? key).end, data };
      return lazyMap(place, () => pairs.map((_, index) => whole(index)));
    },
  };
}
