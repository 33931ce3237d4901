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

/** A file of people that errtable fills. */
export interface OwnedSlot {
  readonly kind: "pages" | "descriptions";
  /** Absolute. */
  readonly path: string;
  /** As the configuration spells the pattern that names it. */
  readonly pattern: string;
  /** The path as it is shown to people. */
  readonly shown: string;
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

export interface Selected<Slot, Owned> {
  readonly targets: readonly Slot[];
  readonly owned: readonly Owned[];
}

/** The targets that `--only` names by kind, table or folder, and the files of people by kind, pattern or path; all if it names none. */
export function selectTargets<Slot extends TargetSlot, Owned extends OwnedSlot = never>(
  slots: readonly Slot[],
  only: readonly string[],
  owned: readonly Owned[] = [],
): Selected<Slot, Owned> | UnknownTarget {
  if (only.length === 0) return { targets: slots, owned };
  const unknown = only.find((name) => ![...slots, ...owned].some((one) => isNamed(one, name)));
  if (unknown !== undefined) {
    return { unknown, known: [...new Set([...slots, ...owned].flatMap((one) => [one.kind, ...pathsOf(one)]))] };
  }
  const isSelected = (one: TargetSlot | OwnedSlot): boolean => only.some((name) => isNamed(one, name));
  return { targets: slots.filter(isSelected), owned: owned.filter(isSelected) };
}

function isNamed(one: TargetSlot | OwnedSlot, name: string): boolean {
  const plain = plainPath(name);
  return one.kind === name || [...pathsOf(one), one.shown].some((path) => plainPath(path) === plain);
}

function pathsOf(one: TargetSlot | OwnedSlot): readonly string[] {
  return "pattern" in one ? [one.pattern] : [one.table, one.out];
}

function plainPath(path: string): string {
  return path
    .replace(/\\/g, "/")
    .replace(/^(\.\/)+/, "")
    .replace(/\/+$/, "");
}
