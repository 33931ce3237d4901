// The kinds of findings that reading and validation report, for `errtable explain`. Rules describe themselves.
import type { Severity } from "../diagnostic.ts";

export interface DiagnosticKind {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly severity: Severity;
  /** Outputs would be wrong without it: its severity cannot be lowered and it cannot be ignored. */
  readonly required?: true;
  /** One sentence: what is asked for. */
  readonly summary: string;
  /** Why, and what to do; plain text of a few sentences. */
  readonly explanation: string;
}

const ONE_PLACE =
  "Every value of a table stands at one written place: findings can point at it, and no file can unfold into gigabytes.";

export const KINDS: readonly DiagnosticKind[] = Object.freeze([
  kind(
    "missing-file",
    "Every file that is named exists.",
    "A path names no file. Paths on the command line are relative to the folder that you are in, paths in a file to that file.",
  ),
  kind(
    "unreadable-file",
    "Every file can be read and holds at most 64 MiB, and its folder can be listed.",
    "The file is there, but the system did not hand it over, or it is too large; or the folder in which translations may stand cannot be listed. Check the permissions; split a very large table and import the parts.",
  ),
  kind(
    "not-utf8",
    "Files are UTF-8.",
    "Another encoding would turn letters into other letters without a word. Save the file as UTF-8; a byte order mark is allowed.",
  ),
  kind(
    "empty-file",
    "A file holds a table, a translation or a config.",
    "There is nothing in the file but space and comments. `errtable init` writes a table to start from.",
  ),
  kind(
    "yaml-syntax",
    "Files are YAML 1.2.",
    "The text breaks the grammar of YAML. Most often a value with a colon, a number sign or a percent sign needs quotes, or the indentation is off.",
  ),
  kind(
    "yaml-version",
    "Files are YAML 1.2.",
    "A %YAML directive asks for another version, in which the same text means other values. Remove it.",
  ),
  kind(
    "yaml-documents",
    "A file holds one YAML document.",
    "A line of three dashes begins a second document, which would be silently left out. Keep one table in one file.",
  ),
  kind(
    "yaml-depth",
    "Values are nested to a reasonable depth.",
    "Such depth never comes from a person's table, and exhausts the programs that read it. Flatten the value.",
  ),
  kind("yaml-anchor", "There are no anchors.", `${ONE_PLACE} Remove the anchor.`),
  kind("yaml-alias", "There are no aliases.", `${ONE_PLACE} Write the value out.`),
  kind("yaml-merge", "There are no merge keys.", `${ONE_PLACE} Write the members out.`),
  kind(
    "yaml-tag",
    "There are no tags.",
    "A tag such as !!binary asks for a type that JSON does not have. Remove it; a table holds plain JSON values.",
  ),
  kind(
    "yaml-key",
    "Keys are strings.",
    'In YAML the key 404 is a number and the key on: is a string only to some readers. Codes of digits are written in quotes: "40013".',
  ),
  kind(
    "yaml-surrogate",
    "Strings hold whole characters.",
    "Half of a surrogate pair has no bytes in UTF-8 and would come back as another character. Write both halves, or the character itself.",
  ),
  kind(
    "yaml-number",
    "Numbers are JSON numbers that keep their digits.",
    "Infinity and NaN do not exist in JSON, and most integers beyond 2^53 would be rounded. Where a string may stand, write such values in quotes; where a number is due, write one that is kept, or a float such as 1e21.",
  ),
  kind(
    "duplicate-key",
    "A key stands once in its map.",
    "Of two values for the same key readers keep one and drop the other without a word. Both places are shown; remove or rename one.",
  ),
  kind(
    "unknown-field",
    "Fields are those of the language.",
    "A misspelt field would be ignored in silence, so unknown ones are refused. The help names the nearest field, or all that are possible.",
  ),
  kind(
    "missing-field",
    "Required fields are there.",
    "The language needs the field to know what is meant. The help says what it holds.",
  ),
  kind(
    "wrong-type",
    "Values have the type that their field asks for.",
    'YAML gives plain words types of their own: 1.0 is a number, true a boolean, ~ is null. Write texts that look like these in quotes: "1.0".',
  ),
  kind(
    "invalid-value",
    "Values keep to their field's form.",
    "The value has the right type, but not one of the forms that the field allows. The help says which these are.",
  ),
  kind(
    "import-cycle",
    "Imports do not run in a circle.",
    "Two tables that import each other have no order in which they could be read. Move what both need to a third table. Of tables that are tied together in several circles one circle is told at a time.",
  ),
  kind(
    "translation-name",
    "A translation is named after its table and its locale.",
    "The translation of my.errors.yaml into zh-CN is my.zh-CN.errors.yaml beside it. So translations are found without a list, and name, `translates` and `locale` have to agree. A file with such a name that is neither a translation nor a table is refused, for its texts would be left out.",
  ),
  kind(
    "config",
    "A configuration names rules that exist and gives every target a folder of its own.",
    "Severities can be set for the rules that `errtable explain` lists, but those without which outputs would be wrong. Two targets in one folder would delete each other's files.",
  ),
  kind(
    "inject-marker",
    "Markers of a page are whole, and ask for what there is.",
    "A block of a page begins with errtable:begin and ends with errtable:end, each in a comment on a line of its own. A name may follow, then attributes: table, format (table or sections), locale, codes, group, status, and options of the docs. Markers in code are left alone.",
  ),
  kind(
    "inject-edited",
    "What stands in a block of a page is what errtable wrote.",
    "The end of a block bears a hash of what errtable wrote there last. Where it differs, somebody's words would be lost. Move them out of the block, or give them up with --force.",
  ),
]);

function kind(id: string, summary: string, explanation: string): DiagnosticKind {
  return { id, severity: "error", required: true, summary, explanation };
}
