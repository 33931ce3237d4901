// Deletes the files of targets that left the configuration or moved: errtable's own alone, and only after a yes.
import { showControls } from "../../diagnostic/unseen.ts";
import { errorCode } from "../../output/files/fs.ts";
import { abandonedFolders } from "../../output/run/abandoned.ts";
import type { ExitCode } from "../../output/run/outcome.ts";
import { startRun } from "../../output/run/project-run.ts";
import { planRemoval, type Removal, removeFiles } from "../../output/write/removal.ts";
import type { Options } from "../session/command-line.ts";
import { askYes, type Streams } from "../session/questions.ts";
import { reportProblem } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";

export async function clean(
  session: Session,
  { dryRun = false, yes = false, force = false }: Pick<Options, "dryRun" | "yes" | "force">,
  person: Streams | undefined,
): Promise<ExitCode> {
  const { terminal, project, host, fs } = session;
  const { root } = project;
  const config = await session.openConfig("errtable clean --config errtable.config.yaml");
  if (config === undefined) return 2;
  const places = startRun(project, { useCache: true }).cached?.folders;
  const folders = abandonedFolders(project, { slots: config.targets, wholeConfigs: config.configs }, places);
  const planFor = (folder: string, locked: boolean) =>
    planRemoval(fs, folder, host.show(folder), { root, force, locked });
  const removals = folders.map((folder) => planFor(folder, false));
  terminal.out(removals.flatMap((removal) => linesOf(removal, session)).join(""));
  const files = removals.flatMap(({ deleted }) => deleted).length;
  const kept = removals.flatMap((removal) => removal.kept).length;
  const advice = kept === 0 ? "" : `${counted(kept)} kept, because of edits by hand: --force gives them up.\n`;
  if (files === 0) {
    if (!session.quiet) terminal.err(`There is nothing to delete.\n${advice}`);
    return kept === 0 ? 0 : 4;
  }
  if (dryRun) {
    terminal.err(`${counted(files)} deleted, if this were not a dry run.\n${advice}`);
    return 0;
  }
  if (!yes && person === undefined) {
    terminal.err("Nothing was deleted: there is nobody to ask. To delete these files: errtable clean --yes\n");
    return 3;
  }
  const question = `Delete ${files === 1 ? "this file" : `these ${files} files`}?`;
  if (!yes && person !== undefined && !(await askYes(question, person))) {
    terminal.err("Nothing was deleted.\n");
    return 3;
  }
  try {
    for (const folder of folders) removeFiles(fs, folder, root, () => planFor(folder, true));
  } catch (error) {
    if (errorCode(error) === undefined || !(error instanceof Error)) throw error;
    const message = `Not all of the files could be deleted: ${error.message}.`;
    await reportProblem(session, { message, help: "Check the permissions, and run the command again." });
    return 4;
  }
  if (!session.quiet || kept > 0) terminal.err(`${counted(files)} deleted.\n${advice}`);
  return kept === 0 ? 0 : 4;
}

function linesOf({ folder, deleted, kept }: Removal, { host }: Session): readonly string[] {
  const show = (path: string): string => showControls(`${host.show(folder)}/${path}`);
  return [
    ...deleted.map(({ path }) => `delete     ${show(path)}\n`),
    ...kept.map((change) => `keep       ${show(change.path)}${"reason" in change ? `: ${change.reason}` : ""}\n`),
  ];
}

function counted(files: number): string {
  return files === 1 ? "1 file" : `${files} files`;
}
