// The file beside a table that lists the breaks which are meant becomes entries with their places.
import { basename, dirname, join } from "node:path";
import type { Checked, Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { Place, SourceFile } from "../../diagnostic/source.ts";
import { textOfFile } from "../../reader/file-text.ts";
import type { Host } from "../../reader/host.ts";
import { validate } from "../../reader/validate.ts";
import { readYaml } from "../../reader/yaml/document.ts";
import type { JsonObject } from "../../text/json/value.ts";
import type { AcceptedBreaks, Entry } from "./accepted.gen.ts";
import { validateAccepted } from "./accepted-validator.gen.js";
import { fingerprintOf } from "./change-fingerprint.ts";

export interface Acceptance {
  readonly rule: string;
  /** Absent for a difference of the table as a whole. */
  readonly code?: string;
  readonly reason: string;
  readonly fingerprint: string;
  readonly place: Place;
}

export interface AcceptedFile {
  /** Undefined where there is no file. */
  readonly source: SourceFile | undefined;
  readonly entries: readonly Acceptance[];
}

/** "shop.accepted.yaml" beside "shop.errors.yaml". */
export function acceptedPath(table: string): string {
  return join(dirname(table), `${basename(table).replace(/(?:\.errors)?\.ya?ml$/, "")}.accepted.yaml`);
}

/** The files that may stand beside a configuration and tables. */
export function acceptedPaths(config: string | undefined, tables: readonly string[]): readonly string[] {
  return [...(config === undefined ? [] : [config]), ...tables].map(acceptedPath);
}

/** A table needs no such file; one that is there has to be right. */
export function readAccepted(table: string, host: Host): Checked<AcceptedFile> {
  const path = acceptedPath(table);
  const bytes = host.read(path);
  if ("failure" in bytes && bytes.failure === "missing") {
    return { value: { source: undefined, entries: [] }, diagnostics: [] };
  }
  const { value: source, diagnostics } = textOfFile(host.show(path), bytes);
  return source === undefined ? { value: undefined, diagnostics } : parseAccepted(source);
}

export function parseAccepted(source: SourceFile): Checked<AcceptedFile> {
  const { value: document, diagnostics } = readYaml(source);
  // People empty the file after a release, and leave as much of it as they like.
  if (diagnostics.some(({ code }) => code === "empty-file")) return { value: { source, entries: [] }, diagnostics: [] };
  if (document === undefined) return { value: undefined, diagnostics };
  const checked = validate<AcceptedBreaks>(document, validateAccepted);
  if (checked.value === undefined) return { value: undefined, diagnostics: checked.diagnostics };
  const accepted = checked.value.accepted ?? [];
  const wrong = accepted.flatMap((entry, index): readonly Diagnostic[] => {
    if (fingerprintOf(identityIn(entry)) === entry.fingerprint) return [];
    const message = "The fingerprint is not that of the fields beside it.";
    const help = 'Remove the entry, and accept the break anew: errtable breaking --accept "reason"';
    const span = document.valueSpan(["accepted", index, "fingerprint"]);
    return [{ code: "accepted-fingerprint", severity: "error", message, help, place: { source, span } }];
  });
  if (wrong.length > 0) return { value: undefined, diagnostics: wrong };
  const entries = accepted.map(({ rule, code, reason, fingerprint }, index) => {
    const span = document.keySpan(["accepted", index, "rule"]);
    return { rule, ...(code !== undefined && { code }), reason, fingerprint, place: { source, span } };
  });
  return { value: { source, entries }, diagnostics: [] };
}

function identityIn({ reason: _, fingerprint: __, ...identity }: Entry): JsonObject {
  return { ...identity } as JsonObject;
}

/** Entries whose change is found nowhere. */
export function unusedAcceptances({ entries }: AcceptedFile, used: ReadonlySet<string>): readonly Diagnostic[] {
  return entries
    .filter(({ fingerprint }) => !used.has(fingerprint))
    .map(({ rule, place }): Diagnostic => {
      const message = `This entry accepts nothing any more: "${rule}" finds no such difference.`;
      const help = "Remove it. After a release, its accepted breaks have done their work.";
      return { code: "unused-acceptance", severity: "error", message, help, place };
    });
}
