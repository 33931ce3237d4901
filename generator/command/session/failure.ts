// A failure of a command becomes words on the terminal and an exit code.
import { CommanderError } from "commander";
import { showControls, showControlsInLines } from "../../diagnostic/unseen.ts";
import { errorCode } from "../../output/files/fs.ts";
import type { Shell } from "./shell.ts";

export function tellFailure(error: unknown, { terminal, version }: Pick<Shell, "terminal" | "version">): number {
  // The parser of the command line has told it.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (isFolderGone(error)) {
    terminal.err("The folder that errtable was started in is gone. Change to a folder that exists.\n");
    return 2;
  }
  if (isRefusal(error)) {
    terminal.err(
      `The system refused: ${showControls(error.message)}.\nCheck the permissions, and the room on the disk.\n`,
    );
    return 4;
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(
    `This is a bug in errtable ${version()}, not in your files; nothing was written by the step that failed.\n` +
      `Please report it with the command and these lines:\n\n${showControlsInLines(details)}\n`,
  );
  return 70;
}

function isFolderGone(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && error.syscall === "uv_cwd";
}

const REFUSALS = ["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "EMFILE", "ENFILE", "EIO", "ELOOP", "ENAMETOOLONG"];

/** The system does not let a file be read or written; nobody made a mistake in a program. */
function isRefusal(error: unknown): error is Error {
  return REFUSALS.includes(errorCode(error) ?? "");
}
