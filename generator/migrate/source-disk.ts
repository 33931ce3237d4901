// The files of programs, as the compiler and the search for sources ask for them; paths have forward slashes.

export interface SourceDisk {
  /** The text without a byte order mark; undefined where there is none that could be read. */
  read(path: string): string | undefined;
  /** Links are followed. */
  kind(path: string): "file" | "folder" | undefined;
  list(folder: string): readonly string[];
  real(path: string): string;
}

/** Reads and asks for each path once. */
export function cachedDisk(disk: SourceDisk): SourceDisk {
  const texts = new Map<string, string | undefined>();
  const kinds = new Map<string, "file" | "folder" | undefined>();
  return {
    ...disk,
    read: (path) => once(texts, path, disk.read),
    kind: (path) => once(kinds, path, disk.kind),
  };
}

function once<Value>(known: Map<string, Value>, path: string, make: (path: string) => Value): Value {
  if (!known.has(path)) known.set(path, make(path));
  return known.get(path) as Value;
}
