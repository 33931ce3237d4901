// A table with broken parts becomes the judgment on which rules can run, and which of their findings can be relied on.
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import type { SpecDocument } from "../../reader/yaml/document.ts";
import { pointerText } from "../../text/json/pointer.ts";
import type { Finding, FindingPlace, Rule } from "./rule.ts";

export interface Trust {
  /** Nothing is broken. */
  readonly isWhole: boolean;
  canRun(rule: Rule): boolean;
  /** A finding in a row without its fields says nothing, nor does one that compares with such a row, or one of a rule that reads a field of it with an error of form. */
  isSound(finding: Finding, rule: Rule): boolean;
  isBroken(document: SpecDocument, code: string): boolean;
}

export function trustIn({ tables }: ResolvedTable): Trust {
  const codes = new Map<SpecDocument, ReadonlySet<string>>();
  const fields = new Set<string>();
  const values = new Map<SpecDocument, ReadonlySet<string>>();
  for (const { document, broken, translations } of tables) {
    for (const field of broken.fields) fields.add(field);
    const own = new Set(broken.codes);
    codes.set(document, own);
    values.set(document, broken.values);
    for (const translation of translations) {
      const isWhole = translation.broken.codes.size === 0 && translation.broken.fields.size === 0;
      if (!isWhole) fields.add("translations");
      values.set(translation.document, translation.broken.values);
      codes.set(translation.document, new Set([...own, ...translation.broken.codes]));
    }
  }
  const isBroken = (document: SpecDocument, code: string): boolean => codes.get(document)?.has(code) ?? false;
  /** The value has an error of form, or it is part of one that has. */
  const isMalformed = ({ document, path }: FindingPlace): boolean => {
    const malformed = values.get(document);
    if (malformed === undefined || malformed.size === 0) return false;
    return path.some((_, index) => malformed.has(pointerText(path.slice(0, index + 1).map(String))));
  };
  const isBlind = ({ document, path }: FindingPlace, { rowFields = [] }: Rule): boolean => {
    const row = path.slice(0, path[2] === "cases" ? 4 : 2);
    return path[0] === "errors" && rowFields.some((field) => isMalformed({ document, path: [...row, field] }));
  };
  return {
    isWhole: fields.size === 0 && [...codes.values()].every(({ size }) => size === 0),
    canRun: ({ reads = [] }) => !reads.some((field) => fields.has(field)),
    isSound: ({ related = [], ...own }, rule) =>
      !isMalformed(own) &&
      !isBlind(own, rule) &&
      ![own, ...related].some(({ document, path }) => path[0] === "errors" && isBroken(document, String(path[1]))),
    isBroken,
  };
}
