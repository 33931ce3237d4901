// The next version of a table becomes an edit of its text.
import type { Checked } from "../diagnostic/diagnostic.ts";
import type { SpecDocument } from "../reader/yaml/document.ts";
import { fieldsOf } from "./closure.ts";
import { type ChangedFile, changeDocument, type DocumentChange } from "./document-changes.ts";
import { plainOrQuoted } from "./name-text.ts";
import { versionOf } from "./retirement.ts";

export function setVersion(document: SpecDocument, version: string): Checked<ChangedFile> {
  const changed = changeDocument(document, [versionChange(document, version)]);
  return "severity" in changed ? { value: undefined, diagnostics: [changed] } : { value: changed, diagnostics: [] };
}

/** A table without a version gets it below its name. */
function versionChange(document: SpecDocument, version: string): DocumentChange {
  if (versionOf(document) !== undefined) return { kind: "value", path: ["version"], to: version };
  const names = fieldsOf(document.data).map(([name]) => name);
  const before = names[names.indexOf("name") + 1];
  const line = `version: ${plainOrQuoted(version)}`;
  return { kind: "add", path: [], name: "version", value: version, entry: { flow: line, block: line }, before };
}
