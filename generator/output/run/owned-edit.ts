// A file of people with the text that it should have, as a part of a run: its state, and the change that generate makes.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { NamedCommit } from "../git/git.ts";
import type { Change } from "../plan/plan.ts";
import type { OwnedSlot } from "../state/target.ts";
import type { Replacement } from "../write/replace.ts";

export interface OwnedEdit extends OwnedSlot {
  /** The hash of everything that the new text was made from, but for the text of the file. */
  readonly key: string;
  /** The commits that the new text was made from, too. */
  readonly commits?: readonly NamedCommit[];
  readonly before: Uint8Array;
  /** The bytes that it should have; undefined where errtable cannot tell. */
  readonly after: Uint8Array | undefined;
  /** Why it is not written: a sentence. With it, `after` gives up the edits of people. */
  readonly refusal?: string | undefined;
  /** The new text gives up edits of people. */
  readonly isForced?: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Facts that nobody has to act on. */
  readonly notes?: readonly Diagnostic[];
}

export function isEdited({ before, after }: OwnedEdit): boolean {
  return after === undefined || !Buffer.from(before).equals(after);
}

export function isRefusedEdit({ refusal }: OwnedEdit): boolean {
  return refusal !== undefined;
}

/** The findings about texts of people in the place of errtable's, which no run writes over unasked. */
export function refusalsOf(edits: readonly OwnedEdit[]): readonly Diagnostic[] {
  return edits.filter(isRefusedEdit).flatMap(({ diagnostics }) => diagnostics);
}

export function replacementsOf(edits: readonly OwnedEdit[]): readonly Replacement[] {
  return edits.flatMap(({ path, before, after }) => (after === undefined ? [] : [{ path, before, after }]));
}

/** The changes that are not "none". */
export function ownedChanges(
  edits: readonly OwnedEdit[],
): readonly { readonly target: string; readonly path: string; readonly change: Change }[] {
  return edits
    .filter((edit) => isEdited(edit) || isRefusedEdit(edit))
    .map((edit) => ({ target: edit.kind, path: edit.shown, change: changeOf(edit) }));
}

function changeOf({ shown: path, before, after, refusal, isForced = false }: OwnedEdit): Change {
  const text = after === undefined ? undefined : textOf(after);
  if (refusal !== undefined || text === undefined) {
    const reason = refusal ?? "errtable cannot tell the text that it should have.";
    return { kind: "edited", action: "refuse", path, reason, before, ...(text !== undefined && { after: text }) };
  }
  return { kind: isForced ? "edited" : "update", action: "write", path, before, after: text };
}

/** Without a byte order mark and with plain line ends, as patches show texts. */
function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString().replace("\ufeff", "").replaceAll("\r\n", "\n");
}
