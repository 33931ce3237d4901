// A target is one folder of products: its place, its names, and its files once they are compiled.

/** A target before its files are made. */
export interface TargetSlot {
  readonly kind: string;
  /** As the configuration spells them. */
  readonly table: string;
  readonly out: string;
  /** Such as: typescript of my.errors.yaml */
  readonly label: string;
  /** Absolute path on disk. */
  readonly folder: string;
  /** The folder as it is shown to people: relative to theirs, with forward slashes. */
  readonly shown: string;
  /** Absolute path of the configuration that asks for it; absent for a target of the command line. */
  readonly config?: string;
  /** The folder of the project that the configuration belongs to, absolute: the target stays in it. Absent: that of the run. */
  readonly root?: string;
  /** Whether the folder may lie outside the project. */
  readonly allowOutside: boolean;
}

/** A finished file. */
export interface OutputFile {
  /** Relative to its target's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A target with all of its files but the manifest. */
export interface PlannedTarget extends TargetSlot {
  readonly files: readonly OutputFile[];
  /** The choices that were made where options left them open, by the name of the option. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** A name for `--only` that fits no target. */
export interface UnknownTarget {
  readonly unknown: string;
  /** All names that fit a target. */
  readonly known: readonly string[];
}

/** The targets that `--only` names by kind, table or folder; all of them if it names none. */
export function selectTargets<Slot extends TargetSlot>(
  slots: readonly Slot[],
  only: readonly string[],
): readonly Slot[] | UnknownTarget {
  if (only.length === 0) return slots;
  const unknown = only.find((name) => !slots.some((slot) => isNamed(slot, name)));
  if (unknown !== undefined) {
    return { unknown, known: [...new Set(slots.flatMap(({ kind, table, out }) => [kind, table, out]))] };
  }
  return slots.filter((slot) => only.some((name) => isNamed(slot, name)));
}

function isNamed(slot: TargetSlot, name: string): boolean {
  const plain = plainPath(name);
  return slot.kind === name || [slot.table, slot.out, slot.shown].some((path) => plainPath(path) === plain);
}

function plainPath(path: string): string {
  return path
    .replace(/\\/g, "/")
    .replace(/^(\.\/)+/, "")
    .replace(/\/+$/, "");
}
