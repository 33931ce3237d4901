// A path in a file becomes the error or the case that stands there.
import type { ResolvedCase, ResolvedTable } from "../../reader/table/resolve.ts";
import type { Path } from "../../text/json/pointer.ts";

/** `path` begins with "errors" and a code; `file` is the file of the row, undefined for any. */
export function caseAt(table: ResolvedTable, path: Path, file: string | undefined): ResolvedCase | undefined {
  const [top, code, cases, name] = path.map(String);
  if (top !== "errors" || code === undefined) return undefined;
  const entry =
    table.entries.find((one) => one.code === code && (file === undefined || isIn(one, file))) ?? table.errors.get(code);
  return cases === "cases" ? (entry?.cases.find((one) => one.name === name) ?? entry) : entry;
}

function isIn({ owner }: ResolvedCase, file: string): boolean {
  return owner.document.source.path === file.replaceAll("\\", "/");
}
