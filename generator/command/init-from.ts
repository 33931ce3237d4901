// Starts a project with a table of the errors in an API description; never overwrites a file.
import { resolve } from "node:path";
import { readTables } from "../compile.ts";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";
import type { ExitCode } from "../output/outcome.ts";
import { tableFromDescription } from "../owned/description/readback/read-back.ts";
import { textOfFile } from "../reader/file-text.ts";
import { memoryHost } from "../reader/host.ts";
import { createProject, initFiles, refuseName, tableName } from "./init.ts";
import { reportFindings } from "./reporting.ts";
import type { Session } from "./session.ts";

export async function initFrom(from: string, given: string | undefined, session: Session): Promise<ExitCode> {
  const { host, folder, terminal, project } = session;
  if (given !== undefined && tableName(given) === undefined) return refuseName(given, terminal);
  const path = resolve(folder, from);
  const refuse = async (diagnostics: readonly Diagnostic[]): Promise<ExitCode> => {
    await reportFindings(session, diagnostics);
    return 1;
  };
  const source = textOfFile(host.show(path), host.read(path));
  if (source.value === undefined) return refuse(source.diagnostics);
  const nameOf = (title: string | undefined): string => tableName(given ?? title ?? "") ?? "MyService";
  const read = tableFromDescription(source.value, nameOf);
  if (!("text" in read)) return refuse(read);
  checkTable(read.text);
  const code = createProject(initFiles(read.name, read.text), folder, project.fs, terminal);
  if (code === 0)
    terminal.err(`\n${read.codes} ${read.codes === 1 ? "code was" : "codes were"} found in ${host.show(path)}.\n`);
  return code;
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
