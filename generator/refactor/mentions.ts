// The places of texts and comments that mention a code in words, which nothing but a person can judge.
import type { Place } from "../diagnostic/source.ts";
import { readYaml } from "../reader/yaml/document.ts";
import { fieldOf } from "./closure.ts";
import type { ChangedFile } from "./document-changes.ts";

/** In the files as they are after the change; the entry of the retired code itself is none. */
export function findMentions(files: readonly ChangedFile[], code: string): readonly Place[] {
  // A number stands for many things.
  if (!/\p{L}/u.test(code)) return [];
  const word = new RegExp(
    `(?<![\\p{L}\\p{N}_])${code.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")}(?![\\p{L}\\p{N}_])`,
    "gu",
  );
  return files.flatMap(({ source, text }) => {
    const after = { ...source, text };
    const document = readYaml(after).value;
    const isRetired = fieldOf(fieldOf(document?.data, "retired"), code) !== undefined;
    const own = isRetired ? document?.keySpan(["retired", code]) : undefined;
    return Array.from(text.matchAll(word), ({ index }) => ({ start: index, end: index + code.length }))
      .filter(({ start }) => own === undefined || start < own.start || start >= own.end)
      .map((span) => ({ source: after, span }));
  });
}
