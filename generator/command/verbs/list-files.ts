// Prints the files that a run reads or makes: one a line, or as JSON.
import { escapeControls } from "../../diagnostic/unseen.ts";
import type { ExitCode } from "../../output/run/outcome.ts";
import type { Session } from "../session/session.ts";
import { inputFiles, outputFiles } from "./build-files.ts";

export type ListFormat = "lines" | "json";

export async function listFiles(which: "inputs" | "outputs", session: Session, format: ListFormat): Promise<ExitCode> {
  const list = which === "inputs" ? await inputFiles(session) : await outputFiles(session);
  if (typeof list === "number") return list;
  if (format === "json") session.terminal.out(`${escapeControls(JSON.stringify(list, undefined, 2))}\n`);
  else session.terminal.outForeign(list.files.map((file) => `${file}\n`).join(""));
  return 0;
}
