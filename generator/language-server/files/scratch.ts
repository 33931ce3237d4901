// A copy of a workspace in which texts can be tried: the editor and the disk do not know of it.
import { openFile } from "./open-files.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

export function scratchWorkspace({ disk, folders, open }: Workspace): Workspace {
  const scratch = createWorkspace(disk);
  scratch.folders = folders;
  for (const file of open.values()) scratch.put(file);
  return scratch;
}

export function tryText(scratch: Workspace, path: string, uri: string, text: string): void {
  scratch.put(openFile({ path, uri, version: 0, written: text }));
}
