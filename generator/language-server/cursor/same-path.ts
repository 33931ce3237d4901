// Two paths are one where their steps have the same names: keys of digits are names, too.
import type { Path } from "../../text/json/pointer.ts";

export function isSamePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => String(step) === String(b[index]));
}
