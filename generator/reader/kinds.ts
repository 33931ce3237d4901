// The kinds of findings that reading and validation report, for `errtable explain`. Rules describe themselves.
import type { Severity } from "../diagnostic/diagnostic.ts";

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
  kind(
    "description-syntax",
    "An API description is valid YAML or JSON.",
    "What cannot be read for certain is not edited. Mend the text at the place that is told; nothing was written.",
  ),
  kind(
    "description-version",
    "An API description is of OpenAPI 3.0, 3.1 or 3.2.",
    "Its field openapi says so. Descriptions of Swagger 2.0 have no place for these components; converters make them OpenAPI 3.",
  ),
  kind(
    "description-documents",
    "A file holds one API description.",
    "A file of several YAML documents has no single place for the components. Split it.",
  ),
  kind(
    "description-duplicate-key",
    "No map of an API description has a key twice.",
    "Readers differ on which of the two counts. Remove one.",
  ),
  kind(
    "description-shape",
    "Where errors are put in, an API description is made of maps.",
    "Components, responses and operations have to be maps that can be added to. Mend the value at the place that is told.",
  ),
  kind(
    "description-alias",
    "Where errors are put in, nothing is an alias.",
    "A map that is written once and used in several places would change in all of them. Write it out where it has to change.",
  ),
  kind(
    "description-reference",
    "Where errors are put in, nothing stands in another file.",
    "Path items and responses behind a reference to elsewhere cannot be edited here. Embed into the file that holds them.",
  ),
  kind(
    "embed-name-taken",
    "A component has one owner.",
    "A component of that name is somebody else's, and clients are named after it: it is neither overwritten nor given another name. Set a prefix in the options of the openapi target, or rename yours.",
  ),
  kind(
    "embed-edited",
    "What errtable put in is as errtable wrote it.",
    "A component bears a hash of what errtable wrote. Where it differs, somebody's work would be lost. Give the component another name, or give the edit up with --force.",
  ),
  notice(
    "embed-unknown-operation",
    "Operations that a table names are in the description.",
    "The table says what an operation answers with, and the description has none of that operationId, path or tag.",
  ),
  notice(
    "embed-unknown-code",
    "Codes in x-error-codes are in a table.",
    "The operation asks for a code that none of the tables has, so that its response would be missing.",
  ),
  notice(
    "embed-shared-status",
    "The responses of an operation are of one table per status.",
    "A status has one response, and the tables would each put theirs there. The one that is there stays.",
  ),
  notice(
    "embed-dangling",
    "Nothing refers to what is removed.",
    "A component that errtable takes out is referred to from elsewhere in the description, which would then be broken.",
  ),
]);

function kind(id: string, summary: string, explanation: string): DiagnosticKind {
  return { id, severity: "error", required: true, summary, explanation };
}

function notice(id: string, summary: string, explanation: string): DiagnosticKind {
  return { id, severity: "warning", required: true, summary, explanation };
}
