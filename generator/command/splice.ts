// Commands that write into files that people own: each file is read, its new text planned, and all of them written, or none.
import { resolve } from "node:path";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../diagnostic/source.ts";
import { disk } from "../output/disk.ts";
import { errorCode, type Fs } from "../output/fs.ts";
import type { Outcome, TargetChange } from "../output/outcome.ts";
import { type Replacement, replaceFiles } from "../output/replace.ts";
import { decode } from "../reader/file-text.ts";
import { noteLines } from "../report/notes.ts";
import { tellOutcome } from "../report/plan-report.ts";
import { type Context, type ExitCode, exitCodeOf, tell } from "./context.ts";
import { shellLine } from "./run-job.ts";

export interface SpliceRequest {
  /** As people named them, relative to their folder. */
  readonly files: readonly string[];
  /** Asked once per file; texts are without a byte order mark, which stays where it was. */
  plan(source: SourceFile): Splice | Promise<Splice>;
  /** Says what would be changed, and writes nothing; `check` fails where that is anything. */
  readonly mode: "write" | "dry-run" | "check";
  /** The words of this command as it would write: embed, api.yaml. */
  readonly command: readonly string[];
}

export interface Splice {
  /** The new text, which may be the old one; undefined with errors only. */
  readonly text: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Told where files are written or would be; they fail nothing. */
  readonly notes?: readonly Diagnostic[];
  /** Among the errors there is a hand edit of what errtable made, or something of somebody else's in its place. */
  readonly inTheWay?: boolean;
}

/** `found` is what was found before any file was read: in the tables, for example. */
export async function spliceFiles(
  request: SpliceRequest,
  found: readonly Diagnostic[],
  context: Context,
  fs: Fs = disk,
): Promise<ExitCode> {
  const { terminal, failOnWarnings } = context;
  const planned = await planFiles(request, context);
  const diagnostics = [...found, ...planned.flatMap((one) => one.diagnostics)];
  if (hasErrors(diagnostics)) {
    await tell(diagnostics, context, "narration", []);
    if (request.mode === "write") terminal.err("Nothing was written.\n");
    return planned.some(({ inTheWay }) => inTheWay) ? 4 : 1;
  }
  const changed = planned.flatMap(({ replacement }) => replacement ?? []);
  const problem = request.mode === "write" ? write(fs, changed, context) : undefined;
  const exit = problem !== undefined ? 4 : request.mode === "check" && changed.length > 0 ? 3 : 0;
  const changes = changed.map((one) => toChange(one, context));
  const written = request.mode === "write" && problem === undefined;
  const upToDate = planned.length - changed.length;
  const outcome: Outcome = { exit, diagnostics, changes, written, upToDate, ...(problem && { problem }) };
  // In any format beside the result: nothing of it is a finding.
  terminal.err(noteLines(planned.flatMap(({ notes }) => notes)));
  await tellSplice(outcome, request, context);
  return exit === 0 ? exitCodeOf(diagnostics, failOnWarnings) : exit;
}

interface PlannedFile {
  readonly diagnostics: readonly Diagnostic[];
  readonly notes: readonly Diagnostic[];
  readonly inTheWay: boolean;
  /** Absent where nothing changes. */
  readonly replacement?: Replacement;
}

async function planFiles({ files, plan }: SpliceRequest, context: Context): Promise<readonly PlannedFile[]> {
  const { host, invocation, terminal } = context;
  const planned: PlannedFile[] = [];
  for (const path of new Set(files.map((file) => resolve(invocation.folder, file)))) {
    terminal.progress(`Reading ${host.show(path)}`);
    const before = host.read(path);
    const source = decode(host.show(path), before);
    if (source.value === undefined || "failure" in before) {
      planned.push({ diagnostics: source.diagnostics, notes: [], inTheWay: false });
      continue;
    }
    const { text, diagnostics, notes = [], inTheWay = false } = await plan(source.value);
    const isChanged = text !== undefined && text !== source.value.text;
    const after = isChanged ? Buffer.from((hasMark(before) ? MARK : "") + text) : undefined;
    planned.push({ diagnostics, notes, inTheWay, ...(after && { replacement: { path, before, after } }) });
  }
  return planned;
}

const MARK = "\ufeff";

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function write(fs: Fs, changed: readonly Replacement[], { host }: Context): Outcome["problem"] {
  try {
    const other = replaceFiles(fs, changed);
    if (other === undefined) return undefined;
    const message = `Nothing was written: another program changed "${host.show(other)}" meanwhile.`;
    return { message, help: "Run the command again." };
  } catch (error) {
    if (errorCode(error) === undefined || !(error instanceof Error)) throw error;
    const message = `Nothing was written: ${error.message}.`;
    return { message, help: "Check the permissions, and the room on the disk." };
  }
}

function toChange({ path, before, after }: Replacement, { host }: Context): TargetChange {
  const text = Buffer.from(after).toString().replace(MARK, "").replaceAll("\r\n", "\n");
  const shown = host.show(path);
  return { target: shown, path: shown, change: { kind: "update", action: "write", path: shown, before, after: text } };
}

/** A dry run shows the change itself, as a patch: the file is somebody's own. */
async function tellSplice(outcome: Outcome, { mode, command }: SpliceRequest, context: Context): Promise<void> {
  const { terminal, format } = context;
  const { diagnostics, changes } = outcome;
  if (diagnostics.length > 0 || format !== "text") {
    const outputs = changes.map(({ path, change }) => ({ path, state: change.kind }));
    await tell(diagnostics, context, "narration", outputs);
  }
  if (mode === "dry-run" && format === "text") {
    const { printPatch } = await import("../report/patch.ts");
    terminal.outForeign(await printPatch(changes));
  }
  const told = tellOutcome(outcome, {
    verb: mode === "write" ? "generate" : mode,
    command: () => shellLine(["errtable", ...command]),
    paint: { good: terminal.outColors.green, bad: terminal.outColors.red },
  });
  // A machine's document, or a patch, stands alone on stdout.
  if (format === "text" && mode !== "dry-run") terminal.out(told.out);
  else terminal.err(told.out);
  terminal.err(told.err);
}
