// The pieces of a text are read one by one and joined to one tree, so that an error in one leaves the others as they are, and a piece
// that is known need not be read again.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import type { ParsedYaml } from "./full-yaml.ts";
import { movePair, type Node, type Pair } from "./node.ts";
import { createMap, type MapMaker, type Names, type ReadPair } from "./piece-maps.ts";
import { moved, type PieceReading, readPiece } from "./read-piece.ts";
import { type CutText, samePieces, textOf } from "./same-pieces.ts";
import { cutText, type Piece } from "./text-pieces.ts";

/** The last text of a file, as it was read. */
export interface PieceMemory {
  last?: {
    readonly cut: CutText;
    readonly known: readonly KnownPiece[];
    readonly fields?: Names | undefined;
    readonly rows?: Names | undefined;
  };
}

interface KnownPiece {
  readonly reading: PieceReading | "whole";
  /** Undefined where there is no key. */
  readonly pair: ReadPair | undefined;
}

export interface ReadPieces extends ParsedYaml {
  /** Where the fields and rows with errors of syntax have their keys. */
  readonly cut: readonly number[];
}

/** For texts that are mostly the same as one that was read without findings. Undefined where its tree does not show the pieces. */
export function memoryOfTree(text: string, root: Node): PieceMemory | undefined {
  const pieces = cutText(text);
  const fields = (root.pairs ?? []).values();
  let rows = ([] as readonly Pair[]).values();
  const known: KnownPiece[] = [];
  for (const { kind, start, end } of pieces ?? []) {
    const pair = (kind === "row" ? rows : fields).next().value;
    if (pair === undefined || pair.key.start < start || pair.key.end > end) return undefined;
    if (kind === "head") rows = (pair.value?.pairs ?? []).values();
    // The rows are pieces of their own.
    const own = kind === "head" ? { key: pair.key, value: undefined } : pair;
    known.push(knownPiece({ pair: movePair(own, -start), diagnostics: [] }));
  }
  return pieces && { last: { cut: { text, pieces }, known } };
}

/** Undefined where the text has to be read as a whole. */
export function readPieces(source: SourceFile, memory: PieceMemory = {}): ReadPieces | undefined {
  const { text } = source;
  const pieces = cutText(text);
  if (pieces === undefined) return undefined;
  const whole = { text, pieces };
  const { last } = memory;
  const known = readAll(whole, last);
  const found: Diagnostic[] = [];
  const cut: number[] = [];
  memory.last = { ...last, cut: whole, known };
  const fields = createMap(source, found, last?.fields);
  let rows: MapMaker | undefined;
  for (let index = 0; index < pieces.length; index += 1) {
    const { kind, start } = pieces[index] as Piece;
    const { pair, reading } = known[index] as KnownPiece;
    if (reading === "whole") return undefined;
    const isFirst = pair === undefined || (kind === "row" ? (rows ?? fields) : fields).add(pair, start);
    const { diagnostics } = reading;
    const end = diagnostics.length === 0 ? 0 : start + textOf(whole, index).trimEnd().length;
    for (const diagnostic of diagnostics) {
      // A second key of the same name has no value, so that only its syntax counts.
      if (isFirst || diagnostic.code === "yaml-syntax") found.push(moved(diagnostic, source, start, end));
    }
    if (reading.cut !== undefined && pair !== undefined) cut.push(start + reading.cut);
    if (kind === "head") {
      const own = createMap(source, found, last?.rows);
      rows = own;
      fields.complete(() => own.node());
    }
  }
  const root = fields.node();
  memory.last = { cut: whole, known, fields: fields.names(), rows: rows?.names() };
  return root && { root, diagnostics: found, cut };
}

function readAll(whole: CutText, last: PieceMemory["last"]): readonly KnownPiece[] {
  const same = last === undefined ? undefined : samePieces(whole, last.cut);
  /** A broken text may have thousands of equal pieces. */
  const read = new Map<string, KnownPiece>();
  return whole.pieces.map(({ indent, meant }, index) => {
    const before = last?.known[same?.[index] ?? -1];
    if (before !== undefined) return before;
    const own = last === undefined ? textOf(whole, index) : detached(textOf(whole, index));
    const key = `${meant ?? ""}\n${own}`;
    const equal = read.get(key);
    if (equal !== undefined) return equal;
    const piece = knownPiece(readPiece(own, indent, meant));
    read.set(key, piece);
    return piece;
  });
}

function knownPiece(reading: PieceReading | "whole"): KnownPiece {
  const pair = reading === "whole" ? undefined : reading.pair;
  return { reading, pair: pair && { ...pair, member: [pair.key.data as string, pair.value?.data ?? null] } };
}

/** A part of a text holds the whole text in memory, unless it is joined anew. */
function detached(part: string): string {
  return `${part} `.slice(0, -1);
}
