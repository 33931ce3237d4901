// Codes, their cases and operations become anchors, the part of a link after "#"; no two of a table have the same anchor.
import { caseName } from "../../../diagnostic/case-name.ts";
import type { Model } from "../../../model/model.ts";
import type { DocsOptions } from "../../options.gen.ts";

/** By the code of an error or a retired code, by the keys of a case and of an operation, and by the name of a case where no code has this name. */
export type Anchors = ReadonlyMap<string, string>;

/** An anchor that is taken gets a number in the order of the codes; those of cases come after those of all codes, those of operations last. */
export function anchorsOf(model: Model, style: NonNullable<DocsOptions["anchors"]>): Anchors {
  const anchors = new Map<string, string>();
  if (style === "none") return anchors;
  const taken = new Set<string>();
  const add = (key: string, shown: string): void => {
    if (anchors.has(key)) return;
    const name = NAMES[style](shown) || "error";
    let anchor = name;
    for (let number = 1; taken.has(anchor); number += 1) anchor = `${name}-${number}`;
    taken.add(anchor);
    anchors.set(key, anchor);
  };
  for (const { code } of [...model.errors, ...model.retired]) add(code, code);
  for (const { code, cases } of model.errors)
    for (const { name } of cases) {
      if (name === undefined) continue;
      const [key, shown] = [caseKey(code, name), caseName(code, name)];
      add(key, shown);
      if (!anchors.has(shown)) anchors.set(shown, anchors.get(key) ?? shown);
    }
  for (const { name } of model.operations) {
    const shown = name === "*" ? "every operation" : name;
    add(
      operationKey(name),
      style === "slug" ? shown : shown.replace(/[^\p{L}\p{M}\p{N}._~-]+/gu, "-").replace(/^-|-$/g, ""),
    );
  }
  return anchors;
}

/** No code is empty. */
export function operationKey(name: string): string {
  return ` ${name}`;
}

/** No code has a space. */
export function caseKey(code: string, name: string | undefined): string {
  return name === undefined ? code : `${code} ${name}`;
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
