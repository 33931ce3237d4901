// The kinds of findings about the text of a YAML file.
import type { FixedKinds } from "../../diagnostic/kinds.ts";

const ONE_PLACE =
  "Every value of a table is written at one place: findings can point at it, and no file can unfold into gigabytes.";

export const YAML_KINDS = {
  "empty-file": {
    summary: "A file holds a table, a translation or a config.",
    explanation: "There is nothing in the file but space and comments. `errtable init` writes a table to start from.",
  },
  "merge-conflict": {
    summary: "No file holds the marks of a merge that nobody finished.",
    explanation:
      "Git could not merge two sides, and put both of them between lines that begin with seven signs: <, |, = and >. Keep one side, or the wanted parts of both, and remove the lines with the marks.",
  },
  "yaml-syntax": {
    summary: "Files are YAML 1.2.",
    explanation:
      "The text breaks the grammar of YAML. Most often a value with a colon, a number sign or a percent sign needs quotes, or the indentation is off.",
  },
  "yaml-version": {
    summary: "Files are YAML 1.2.",
    explanation: "A %YAML directive asks for another version, in which the same text means other values. Remove it.",
  },
  "yaml-documents": {
    summary: "A file holds one YAML document.",
    explanation:
      "A line of three dashes begins a second document, which would be silently left out. Keep one table in one file.",
  },
  "yaml-depth": {
    summary: "Values are nested to a reasonable depth.",
    explanation:
      "No table that a person writes is nested so deeply, and programs that read it run out of memory. Flatten the value.",
  },
  "yaml-anchor": {
    summary: "There are no anchors.",
    explanation: `${ONE_PLACE} Remove the anchor.`,
  },
  "yaml-alias": {
    summary: "There are no aliases.",
    explanation: `${ONE_PLACE} Write the value out.`,
  },
  "yaml-merge": {
    summary: "There are no merge keys.",
    explanation: `${ONE_PLACE} Write the members out.`,
  },
  "yaml-tag": {
    summary: "There are no tags.",
    explanation:
      "A tag such as !!binary asks for a type that JSON does not have. Remove it; a table holds plain JSON values.",
  },
  "yaml-key": {
    summary: "Keys are strings or integers.",
    explanation:
      "In YAML the key 1e3 is a number, and the key on: is a string only to some readers. A key that is neither a plain word nor a decimal integer is written in quotes.",
  },
  "yaml-surrogate": {
    summary: "Strings hold whole characters.",
    explanation:
      "Half of a surrogate pair has no bytes in UTF-8 and would come back as another character. Write both halves, or the character itself.",
  },
  "yaml-number": {
    summary: "Numbers are JSON numbers that keep their digits.",
    explanation:
      "Infinity and NaN do not exist in JSON, and most integers beyond 2^53 would be rounded. Write such a value in quotes if the field allows a string; else write a smaller number, or a float such as 1e21.",
  },
  "duplicate-key": {
    summary: "A key stands once in its map.",
    explanation:
      "Of two values for one key, programs keep one and drop the other in silence. The finding shows both places; remove or rename one.",
  },
} as const satisfies FixedKinds;

declare module "../../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly yaml: keyof typeof YAML_KINDS;
  }
}
