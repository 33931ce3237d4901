// The pieces of a text are read one by one and joined to one tree, so that an error in one leaves the others as they are, and a piece
// that is known need not be read again.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import type { ParsedYaml } from "./full-yaml.ts";
import { movePair, type Node, type Pair } from "./node.ts";
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
  readonly start: number;
  readonly reading: PieceReading | "whole";
  /** At its place. */
  readonly pair: Pair | undefined;
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
  if (known.some(({ reading }) => reading === "whole")) return undefined;
  const found: Diagnostic[] = [];
  const cut: number[] = [];
  const fields = createMap(source, found);
  let rows: MapMaker | undefined;
  for (const [index, { kind }] of pieces.entries()) {
    const { reading, pair, start, text: own } = known[index] as KnownPiece;
    if (reading === "whole") return undefined;
    const isFirst = pair === undefined || (kind === "row" ? (rows ?? fields) : fields).add(pair);
    const last = reading.diagnostics.length === 0 ? 0 : start + own.trimEnd().length;
    for (const diagnostic of reading.diagnostics) {
      // A second key of the same name has no value, so that only its syntax counts.
      if (isFirst || diagnostic.code === "yaml-syntax") found.push(moved(diagnostic, source, start, last));
    }
    if (reading.cut !== undefined && pair !== undefined) cut.push(start + reading.cut);
    if (kind === "head") {
      rows = createMap(source, found);
      const own = rows;
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
    known.push(placeAt(piece.start, same));
  }
  const shift = before.length - pieces.length;
  const tail: KnownPiece[] = [];
  for (let index = pieces.length - 1; index >= known.length && index + shift >= known.length; index -= 1) {
    const [piece, same] = [pieces[index] as Piece, before[index + shift]];
    if (!isSame(piece, same)) break;
    tail.push(placeAt(piece.start, same));
  }
  const others = new Map(before.slice(known.length, before.length - tail.length).map((one) => [one.text, one]));
  for (const piece of pieces.slice(known.length, pieces.length - tail.length)) {
    const { start, end, indent, meant } = piece;
    const own = before.length === 0 ? text.slice(start, end) : detached(text.slice(start, end));
    const same = others.get(own);
    if (isSame(piece, same)) known.push(placeAt(start, same));
    else {
      const reading = readPiece(own, indent, meant);
      const pair = reading === "whole" ? undefined : reading.pair && movePair(reading.pair, start);
      known.push({ text: own, meant, start, reading, pair });
    }
  }
  return [...known, ...tail.toReversed()];
}

/** A part of a text holds the whole text in memory, unless it is joined anew. */
function detached(part: string): string {
  return `${part} `.slice(0, -1);
}

function placeAt(start: number, known: KnownPiece): KnownPiece {
  const { reading } = known;
  if (known.start === start || reading === "whole") return known;
  return { ...known, start, pair: reading.pair && movePair(reading.pair, start) };
}

interface MapMaker {
  /** False where the key is there already. */
  add(pair: Pair): boolean;
  /** The value of the last pair, which is made later. */
  complete(value: () => Node | undefined): void;
  /** Undefined without a pair. */
  node(): Node | undefined;
}

function createMap(source: SourceFile, found: Diagnostic[]): MapMaker {
  const pairs: Pair[] = [];
  const later = new Map<Pair, () => Node | undefined>();
  const keys = new Map<string, Node>();
  return {
    add(pair) {
      const name = String(pair.key.data);
      const first = keys.get(name);
      if (first !== undefined) {
        reportDuplicate(name, pair.key, first, {
          source,
          report: (code, [start, end], message, help, rest) =>
            found.push({ code, severity: "error", message, help, place: { source, span: { start, end } }, ...rest }),
        });
        return false;
      }
      keys.set(name, pair.key);
      pairs.push(pair);
      return true;
    },
    complete(value) {
      const last = pairs.at(-1);
      if (last !== undefined) later.set(last, value);
    },
    node() {
      const data = Object.create(null) as Record<string, unknown>;
      const done = pairs.map((pair) => {
        const value = later.get(pair);
        const whole = value === undefined ? pair : { key: pair.key, value: value() };
        data[String(pair.key.data)] = whole.value?.data ?? null;
        return whole;
      });
      const [first, last] = [done[0], done.at(-1)];
      if (first === undefined || last === undefined) return undefined;
      return { start: first.key.start, end: (last.value ?? last.key).end, data, pairs: done, items: undefined };
    },
  };
}
