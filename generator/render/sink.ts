// Where a printer puts its text, piece by piece: pieces are joined early, so that few of them live at a time.

export interface Sink {
  readonly pieces: string[];
  readonly chunks: string[];
  /** How names are spelled: the same few come up over and over. */
  readonly keys: Map<string, string>;
}

export function createSink(): Sink {
  return { pieces: [], chunks: [], keys: new Map() };
}

export function put(sink: Sink, piece: string): void {
  if (sink.pieces.push(piece) >= PIECES) flush(sink);
}

export function textOf(sink: Sink): string {
  flush(sink);
  return sink.chunks.join("");
}

const PIECES = 1024;

function flush({ pieces, chunks }: Sink): void {
  chunks.push(pieces.join(""));
  pieces.length = 0;
}
