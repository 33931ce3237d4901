// Starts a project with a table of the errors that an API description tells of; never overwrites what is there.
import { resolve } from "node:path";
import { readTables } from "../compile.ts";
import { hasErrors } from "../diagnostic/diagnostic.ts";
import { disk } from "../output/disk.ts";
import { readTable } from "../owned/description/readback/read-back.ts";
import { decode } from "../reader/file-text.ts";
import { memoryHost } from "../reader/memory-host.ts";
import { type Context, type ExitCode, tell } from "./context.ts";
import { createProject, initFiles, refuseName, tableName } from "./init.ts";

export async function initFrom(from: string, given: string | undefined, context: Context): Promise<ExitCode> {
  const { host, invocation, terminal } = context;
  if (given !== undefined && tableName(given) === undefined) return refuseName(given, terminal);
  const path = resolve(invocation.folder, from);
  const source = decode(host.show(path), host.read(path));
  if (source.value === undefined) {
    await tell(source.diagnostics, context, "narration");
    return 1;
  }
  const nameOf = (title: string | undefined): string => tableName(given ?? title ?? "") ?? "MyService";
  const read = readTable(source.value, nameOf);
  if (!("text" in read)) {
    await tell(read, context, "narration");
    return 1;
  }
  checkTable(read.text);
  const code = createProject(initFiles(read.name, read.text), invocation.folder, disk, terminal);
  if (code === 0)
    terminal.err(`\n${read.codes} ${read.codes === 1 ? "code was" : "codes were"} found in ${host.show(path)}.\n`);
  return code;
}

/** Whoever starts with a table starts with one that can be compiled. */
function checkTable(text: string): void {
  const { diagnostics } = readTables(
    { tables: ["/read.errors.yaml"], targets: [] },
    memoryHost({ "read.errors.yaml": text }),
  );
  if (!hasErrors(diagnostics)) return;
  const told = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${code}: ${message}`);
  throw new Error(`The table that was read has errors:\n${told.join("\n")}`);
}
