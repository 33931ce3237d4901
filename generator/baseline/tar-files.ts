// The bytes of a package as npm packs it (a gzipped tar of POSIX or GNU) become its files in memory; nothing of it is written.
import { gunzipSync } from "node:zlib";

const BLOCK = 512;
/** A package of tables is far smaller; more is no package to read whole. */
const LARGEST = 512 * 2 ** 20;

/** Paths are relative to the folder of the package. Undefined for bytes that are no such package. */
export function filesOfTar(packed: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  const bytes = unzipped(packed);
  if (bytes === undefined) return undefined;
  const files = new Map<string, Uint8Array>();
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const size = Number.parseInt(textIn(header, 124, 12).trim(), 8);
    if (!Number.isSafeInteger(size) || size < 0) return undefined;
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    const kind = textIn(header, 156, 1);
    const prefix = textIn(header, 257, 5) === "ustar" ? textIn(header, 345, 155) : "";
    const name = longName ?? (prefix === "" ? textIn(header, 0, 100) : `${prefix}/${textIn(header, 0, 100)}`);
    longName = undefined;
    if (kind === "x") longName = paxPath(content.toString());
    else if (kind === "L") longName = content.toString().replace(/\0+$/, "");
    else if (kind === "0" || kind === "") files.set(name.replace(/^[^/]*\//, ""), content);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function unzipped(packed: Uint8Array): Buffer | undefined {
  try {
    return gunzipSync(packed, { maxOutputLength: LARGEST });
  } catch {
    return undefined;
  }
}

function textIn(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString();
}

/** Records are "length key=value" with a line end. */
function paxPath(records: string): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(records)?.[1];
}
