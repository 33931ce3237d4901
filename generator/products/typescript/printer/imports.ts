// Imports, their names sorted as tools sort them.
import type { Imported } from "./statement.ts";

export function declareImport(from: string, names: readonly string[], isTypeOnly: boolean): Imported {
  return { kind: "import", from, names: names.toSorted(compareNames), isTypeOnly };
}

/** Numbers by their digits and value, and "a" between "A" and "B". */
function compareNames(a: string, b: string): number {
  const left = a.match(NAME_PARTS) ?? [];
  const right = b.match(NAME_PARTS) ?? [];
  const at = left.findIndex((part, index) => part !== right[index]);
  const [one, other] = [left[at], right[at]];
  if (one === undefined || other === undefined) return left.length - right.length;
  const byValue = Number(one) - Number(other);
  return Number.isNaN(byValue) ? orderOf(one) - orderOf(other) : one.length - other.length || byValue;
}

const NAME_PARTS = /\d+|\D/g;

function orderOf(part: string): number {
  if (part === "_") return 0;
  if (/^\d/.test(part)) return 1;
  return 2 * part.toLowerCase().charCodeAt(0) + (part >= "a" ? 1 : 0);
}
