// Git leaves both sides of a merge in a file, between lines of its own. One side may be a hand edit that nobody committed.

/** True where the lines of a conflict stand in their order; the side of the common ancestor may be among them. */
export function hasConflict(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (!text.includes("<<<<<<<")) return false;
  const signs = Array.from(text.matchAll(/^(<{7}|={7}|>{7})(?: .*)?\r?$/gm), ([, sign = ""]) => sign[0]);
  return signs.join("").includes("<=>");
}
