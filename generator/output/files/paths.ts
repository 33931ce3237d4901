// The paths that may be written below a target's folder, on every system.
import { dirname } from "node:path";

export const manifestName = ".errtable.json";
export const journalName = ".errtable.journal.json";
export const lockName = ".errtable.lock";

const temporary = /^\.errtable\.[0-9a-f-]{36}\.tmp$/;

/** A name that no other run uses, which a later run recognises and removes. */
export function temporaryName(unique: string): string {
  return `.errtable.${unique}.tmp`;
}

/** The journal of a run that replaces several files of people in a folder. */
export const replacedName = ".errtable.replaced.json";

const besideFile = /^\..*\.errtable-[0-9a-f-]{36}\.tmp$/s;

/** The name of the new text of a file of people, while a run replaces it: it says of which file it is, and which tool made it. */
export function temporaryBeside(name: string, unique: string): string {
  // Systems take names of at most 255 bytes.
  return `.${[...name].slice(0, 48).join("")}.errtable-${unique}.tmp`;
}

/** True for the names of files that only an interrupted run leaves beside files of people. */
export function isLeftBeside(name: string): boolean {
  return name === replacedName || besideFile.test(name);
}

/** True for the names of files that only an interrupted run leaves. */
export function isLeftover(name: string): boolean {
  return name === lockName || temporary.test(name);
}

/** The reason why errtable never writes this path, as the end of a sentence; undefined for a good path. */
export function pathProblem(path: string): string | undefined {
  // Tables and configurations belong to people, even if a manifest lists them.
  if (/\.errors\.ya?ml$|(^|\/)errtable\.config\.yaml$/i.test(path)) return "is a table's or a configuration's";
  if (path === "" || path.length > 1024) return "is empty or too long";
  for (let at = 0; at < path.length; at++) {
    const code = path.charCodeAt(at);
    if (code < 0x20 || code === 0x7f) return "holds a control character";
  }
  if (!path.isWellFormed()) return "holds half of a surrogate pair";
  if (/[\\:*?"<>|]/.test(path)) return "holds a character that paths cannot have everywhere";
  for (const part of path.split("/")) {
    if (part === "" || part === "." || part === "..") return "is absolute, or leads out of its folder";
    if (/[. ]$/.test(part)) return "has a part that ends in a dot or a space";
    if (/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(part)) return "has a part that is a device on Windows";
    if (/^\.git$/i.test(part)) return "lies in a folder of Git";
    if (/^\.errtable\b/i.test(part)) return "is reserved for errtable's own records";
  }
  return undefined;
}

/** Two paths with the same result are one file on disks that ignore case. */
export function foldPath(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/** A folder on disk and the folders above it. */
export function foldersUp(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersUp(above)];
}

/** The folders between a target's folder and a file in it, outermost first. */
export function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) folders.push(path.slice(0, at));
  return folders;
}
