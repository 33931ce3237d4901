// Codes become anchors, the part of a link after "#"; no two codes of a table have the same anchor.
import type { Model } from "../../../model/model.ts";
import type { DocsOptions } from "../../options.gen.ts";

/** By code, retired codes too. An anchor that is taken gets a number in the order of the codes. */
export function anchorsOf(model: Model, style: NonNullable<DocsOptions["anchors"]>): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  if (style === "none") return anchors;
  const taken = new Set<string>();
  for (const { code } of [...model.errors, ...model.retired]) {
    if (anchors.has(code)) continue;
    const name = NAMES[style](code) || "error";
    let anchor = name;
    for (let number = 1; taken.has(anchor); number += 1) anchor = `${name}-${number}`;
    taken.add(anchor);
    anchors.set(code, anchor);
  }
  return anchors;
}

const NAMES: Readonly<Record<Exclude<NonNullable<DocsOptions["anchors"]>, "none">, (code: string) => string>> = {
  code: (code) => code,
  "lower-case": (code) => code.toLowerCase(),
  slug: (code) =>
    code
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-"),
};
