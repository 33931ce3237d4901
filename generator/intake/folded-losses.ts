// One entry has less room than the rows of its code: the values of rows that it does not have are left out by name.
import type { Entry, Variant } from "./folded-entry.ts";
import type { Dropped, FoundError } from "./found-table.ts";

export function lossesOf(rows: readonly FoundError[], entry: Entry): readonly Dropped[] {
  if (rows.length === 1) return [];
  const variants = entry.cases.length === 0 ? [entry.shared] : entry.cases;
  const texts = (["description", "solution"] as const).flatMap((field) =>
    lostTexts(rows, variants, field).map((text) => ({ reason: "further texts", name: `${entry.code}: ${text}` })),
  );
  const values = (["identifier", "group", "since", "retry"] as const).flatMap((field) => {
    const kept = new Set<string | undefined>(field === "retry" ? variants.map(({ retry }) => retry) : [entry[field]]);
    const lost = new Set(rows.map((row) => row[field]).filter((value) => value !== undefined && !kept.has(value)));
    return [...lost].map((value) => ({ reason: "further values of a code", name: `${entry.code}: ${field} ${value}` }));
  });
  return [...texts, ...values];
}

function lostTexts(
  rows: readonly FoundError[],
  variants: readonly Variant[],
  field: "description" | "solution",
): readonly string[] {
  const kept = [...new Set(variants.flatMap((variant) => variant[field] ?? []))];
  const whole = new Set(kept);
  const texts = new Set(rows.flatMap((row) => row[field] ?? []));
  return [...texts].filter(
    (text) => !whole.has(text) && !kept.some((one) => `\n\n${one}\n\n`.includes(`\n\n${text}\n\n`)),
  );
}
