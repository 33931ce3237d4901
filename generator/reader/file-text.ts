// The bytes of a file become text, or a finding that says why they cannot.
import type { Checked, Diagnostic } from "../diagnostic/diagnostic.ts";
import type { FixedKinds } from "../diagnostic/kinds.ts";
import { lastWhere, type SourceFile } from "../diagnostic/source.ts";
import type { Host, ReadFailure } from "./host.ts";

/** The kinds of findings about files that cannot be read. */
export const FILE_KINDS = {
  "missing-file": {
    summary: "Every named file exists.",
    explanation:
      "A path names no file. Paths on the command line are relative to the folder that you are in, paths in a file to that file.",
  },
  "unreadable-file": {
    summary: "Every file can be read and holds at most 64 MiB, and its folder can be listed.",
    explanation:
      "The file exists, but the system refuses to read it, or it is too large; or the folder of the translations cannot be listed. Check the permissions; split a very large table and import the parts.",
  },
  "not-utf8": {
    summary: "Files are UTF-8.",
    explanation:
      "In another encoding, letters would become other letters in silence. Save the file as UTF-8; a byte order mark is allowed.",
  },
} as const satisfies FixedKinds;

declare module "../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly files: keyof typeof FILE_KINDS;
  }
}

const REASONS = {
  missing: [
    "missing-file",
    "There is no such file.",
    "Check the path: on the command line it is relative to the folder that you are in, in a file to that file.",
  ],
  folder: ["missing-file", "This is a folder, not a file.", "Name the files in it."],
  special: ["unreadable-file", "This is a pipe or a device, not a file.", "Write its text to a file, and name that."],
  denied: ["unreadable-file", "The file may not be read.", "Check its permissions."],
  "too-large": ["unreadable-file", "The file is larger than 64 MiB.", "Split the table and import its parts."],
  other: ["unreadable-file", "The file cannot be read.", "Check the disk and the path."],
} as const;

/** The text in an editor comes before the text on the disk. */
export function sourceOf(path: string, host: Host): Checked<SourceFile> {
  const open = host.text?.(path);
  if (open !== undefined) return { value: { path: host.show(path), text: open }, diagnostics: [] };
  return textOfFile(host.show(path), host.read(path));
}

/** A byte order mark is left out, so that columns are the same as in editors. */
export function textOfFile(path: string, read: Uint8Array | ReadFailure): Checked<SourceFile> {
  if ("failure" in read) {
    const [code, message, help] = REASONS[read.failure];
    return { value: undefined, diagnostics: [unreadable(path, code, message, help)] };
  }
  try {
    return { value: { path, text: new TextDecoder("utf-8", { fatal: true }).decode(read) }, diagnostics: [] };
  } catch {
    return { value: undefined, diagnostics: [notUtf8(path, read)] };
  }
}

/** Translations of a table are found by their names, so their folder has to be listed. */
export function unlistedFolder(path: string): Diagnostic {
  const message = "The folder cannot be listed, and translations may stand in it.";
  return unreadable(path, "unreadable-file", message, "Check its permissions.");
}

function unreadable(path: string, code: keyof typeof FILE_KINDS, message: string, help: string): Diagnostic {
  const place = { source: { path, text: "" }, span: { start: 0, end: 0 } };
  return { code, severity: "error", message, help, place };
}

/** The finding shows the text as far as it could be read. */
function notUtf8(path: string, bytes: Uint8Array): Diagnostic {
  const valid = firstInvalid(bytes);
  const start = new TextDecoder().decode(bytes.subarray(0, valid), { stream: true }).length;
  const message = "The file is not UTF-8: these bytes are no character.";
  const place = { source: { path, text: new TextDecoder().decode(bytes) }, span: { start, end: start + 1 } };
  return { code: "not-utf8", severity: "error", message, help: "Save it as UTF-8.", place };
}

/** The longest valid start is found by halving: a cut inside a character is no error in streaming mode. */
function firstInvalid(bytes: Uint8Array): number {
  return lastWhere(bytes.length, (length) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  });
}
