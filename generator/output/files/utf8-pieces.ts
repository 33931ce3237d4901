// A text becomes UTF-8, piece after piece in the same memory: for large texts, new memory costs more than the encoding.

/** The text is used at once where `use` returns: the next piece takes the place of its bytes. */
export function encodePieces(text: string, use: (bytes: Uint8Array) => void): void {
  for (let at = 0; at < text.length; ) {
    const next = at + PIECE;
    // The two halves of a character stay together.
    const end = /[\ud800-\udbff]/.test(text.charAt(next - 1)) ? next - 1 : next;
    use(memory.subarray(0, encoder.encodeInto(text.slice(at, end), memory).written));
    at = end;
  }
}

/** In UTF-16 units; each of them takes at most three bytes. */
const PIECE = 2 ** 16;
const memory = new Uint8Array(3 * PIECE);
const encoder = new TextEncoder();
