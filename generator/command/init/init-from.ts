// Starts a project with a table of the errors that a file describes; never overwrites a file.
import { basename, resolve } from "node:path";
import { readTables } from "../../compile.ts";
import { type Diagnostic, hasErrors } from "../../diagnostic/diagnostic.ts";
import { parseColumns } from "../../intake/pages/asked-columns.ts";
import { readSource } from "../../intake/read-source.ts";
import { tableText } from "../../intake/table-text.ts";
import { countFitting } from "../../intake/try-examples.ts";
import { type ExitCode, exitOfErrors } from "../../output/run/outcome.ts";
import { textOfFile } from "../../reader/file-text.ts";
import { memoryHost } from "../../reader/host.ts";
import { reportFindings } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";
import { createProject, refuseName } from "./init.ts";
import { DEFAULT_PRODUCTS, fileOf, tableName } from "./init-files.ts";
import { intakeReport } from "./intake-report.ts";

export interface InitFrom {
  readonly from: string;
  readonly name: string | undefined;
  /** Such as code=2,status=1. */
  readonly columns: string | undefined;
}

export async function initFrom({ from, name: given, columns }: InitFrom, session: Session): Promise<ExitCode> {
  const { host, folder, terminal, project } = session;
  if (given !== undefined && tableName(given) === undefined) return refuseName(given, terminal);
  const asked = columns === undefined ? undefined : parseColumns(columns);
  if (typeof asked === "string") {
    terminal.err(`${asked}\n`);
    return 2;
  }
  const path = resolve(folder, from);
  const refuse = async (diagnostics: readonly Diagnostic[]): Promise<ExitCode> => {
    await reportFindings(session, diagnostics);
    return exitOfErrors(diagnostics);
  };
  const source = textOfFile(host.show(path), host.read(path));
  if (source.value === undefined) return refuse(source.diagnostics);
  const found = readSource(source.value, path, host, asked);
  if (!("errors" in found)) return refuse(found);
  const file = basename(path).replace(/(?:\.\w+)+$/, "");
  const nameOf = (title: string | undefined): string => tableName(given ?? titleWords(title ?? file)) ?? "MyService";
  const table = tableText(found, host.show(path), nameOf);
  checkTable(table.text);
  const made = { file: fileOf(table.name), table: table.text, products: DEFAULT_PRODUCTS, isNamed: true };
  const code = await createProject(made, { folder, fs: project.fs, terminal });
  if (code === 0) terminal.err(intakeReport(table, host.show(path), found.examples.length, countFitting(found)));
  return code;
}

/** The words of a title that name the service: "Error codes - Shop API" is about the Shop. */
function titleWords(title = ""): string {
  const words = title
    .replaceAll(/[-_]/g, " ")
    .replaceAll(
      /\b(?:common|list of|http|api|error|status|response|return)s?\s+(?:codes?|messages?)\b|\berrors?\b|\breference\b/gi,
      " ",
    );
  return tableName(words) === undefined ? title : words;
}

/** The new table compiles without a change: anything else is a bug. */
function checkTable(text: string): void {
  const host = memoryHost({ "read.errors.yaml": text });
  const { diagnostics } = readTables({ tables: ["/read.errors.yaml"], targets: [] }, host);
  if (!hasErrors(diagnostics)) return;
  const lines = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${code}: ${message}`);
  throw new Error(`The table that was read has errors:\n${lines.join("\n")}`);
}
