// What a run read, made and found, kept so that the next one can see that nothing has changed. Never a reason to write or delete.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Place, SourceFile } from "../diagnostic/source.ts";
import { makeFolders } from "./apply.ts";
import type { Fs } from "./fs.ts";
import type { Input } from "./inputs.ts";
import { sha256 } from "./manifest.ts";
import type { TargetSlot } from "./target.ts";

/** Two runs of one key are asked for the same by the same tool; the key says so in full. */
export interface CacheKey {
  /** The project's folder, absolute. */
  readonly root: string;
  /** Everything on the command line that decides what is made, and the caller's folder. */
  readonly identity: string;
  /** What the running tool is made of. */
  readonly tool: string;
}

export interface Memory {
  readonly inputs: readonly Input[];
  readonly diagnostics: readonly Diagnostic[];
  /** All targets, also those that the run was not asked for. */
  readonly slots: readonly TargetSlot[];
  /** By folder: the hash of each file that should be there; absent where the run was not asked for it. */
  readonly outputs: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Nothing where there is no memory, or none that this tool wrote for this key. */
export function recall(fs: Fs, key: CacheKey): Memory | undefined {
  try {
    const stored: unknown = JSON.parse(Buffer.from(fs.read(cacheFile(key))).toString());
    return isStored(stored) && stored.tool === key.tool && stored.identity === key.identity
      ? revive(stored)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Does nothing where the project has no node_modules, or no room in it. */
export function remember(fs: Fs, key: CacheKey, memory: Memory): void {
  const path = cacheFile(key);
  const text = JSON.stringify(store(key, memory));
  try {
    if (fs.real(join(key.root, "node_modules")) === undefined) return;
    makeFolders(fs, cacheFolder(key));
    const temporary = `${path}.${randomUUID()}`;
    const file = fs.create(temporary);
    try {
      fs.write(file, Buffer.from(text));
    } finally {
      fs.close(file);
    }
    fs.rename(temporary, path);
  } catch {
    // Without a memory the next run is slower, and nothing else.
  }
}

function cacheFolder(key: CacheKey): string {
  return join(key.root, "node_modules", ".cache", "errtable");
}

function cacheFile(key: CacheKey): string {
  return join(cacheFolder(key), `${sha256(key.identity).slice(0, 32)}.json`);
}

interface Stored {
  readonly tool: string;
  readonly identity: string;
  readonly inputs: readonly Input[];
  readonly slots: readonly TargetSlot[];
  readonly outputs: readonly (readonly [folder: string, files: readonly (readonly [path: string, hash: string])[]])[];
  readonly sources: readonly SourceFile[];
  /** As they were found, but that a source is its number in `sources`. */
  readonly diagnostics: readonly StoredDiagnostic[];
}

interface StoredPlace {
  readonly source: number;
  readonly start: number;
  readonly end: number;
}

type StoredDiagnostic = Omit<Diagnostic, "place" | "related"> & {
  readonly place: StoredPlace;
  readonly related: readonly { readonly message: string; readonly place: StoredPlace }[];
};

function store({ tool, identity }: CacheKey, memory: Memory): Stored {
  const sources: SourceFile[] = [];
  const numbers = new Map<SourceFile, number>();
  const storePlace = ({ source, span }: Place): StoredPlace => {
    const number = numbers.get(source) ?? sources.push(source) - 1;
    numbers.set(source, number);
    return { source: number, start: span.start, end: span.end };
  };
  const diagnostics = memory.diagnostics.map((diagnostic) => ({
    ...diagnostic,
    place: storePlace(diagnostic.place),
    related: (diagnostic.related ?? []).map(({ message, place }) => ({ message, place: storePlace(place) })),
  }));
  const { inputs, slots } = memory;
  const outputs = [...memory.outputs].map(([folder, files]) => [folder, [...files]] as const);
  return { tool, identity, inputs, slots: slots.map(storeSlot), outputs, sources, diagnostics };
}

/** A caller's slots may carry more than this. */
function storeSlot({ kind, table, out, label, folder, shown, allowOutside }: TargetSlot): TargetSlot {
  return { kind, table, out, label, folder, shown, allowOutside };
}

function revive({ inputs, slots, outputs, sources, diagnostics }: Stored): Memory {
  const revivePlace = ({ source, start, end }: StoredPlace): Place => {
    const file = sources[source];
    if (file === undefined) throw new Error("A place is in no source.");
    return { source: file, span: { start, end } };
  };
  return {
    inputs,
    slots,
    outputs: new Map(outputs.map(([folder, files]) => [folder, new Map(files)])),
    diagnostics: diagnostics.map(({ place, related, ...diagnostic }) => ({
      ...diagnostic,
      place: revivePlace(place),
      ...(related.length === 0
        ? {}
        : { related: related.map((one) => ({ message: one.message, place: revivePlace(one.place) })) }),
    })),
  };
}

function isStored(value: unknown): value is Stored {
  return (
    isRecord(value) &&
    typeof value["tool"] === "string" &&
    typeof value["identity"] === "string" &&
    isListOf(value["inputs"], (input) => hasTexts(input, ["kind", "path", "hash"])) &&
    isListOf(
      value["slots"],
      (slot) =>
        hasTexts(slot, ["kind", "table", "out", "label", "folder", "shown"]) &&
        typeof slot["allowOutside"] === "boolean",
    ) &&
    isListOf(value["outputs"], isOutput) &&
    isListOf(value["sources"], (source) => hasTexts(source, ["path", "text"])) &&
    isListOf(value["diagnostics"], isDiagnostic)
  );
}

function isOutput(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    typeof value[0] === "string" &&
    isListOf(value[1], (pair) => isListOf(pair, (text) => typeof text === "string") && pair.length === 2)
  );
}

function isDiagnostic(value: unknown): boolean {
  return (
    hasTexts(value, ["code", "severity", "message"]) &&
    (value["severity"] === "error" || value["severity"] === "warning") &&
    (value["help"] === undefined || typeof value["help"] === "string") &&
    isPlace(value["place"]) &&
    isListOf(value["related"], (related) => hasTexts(related, ["message"]) && isPlace(related["place"]))
  );
}

function isPlace(value: unknown): boolean {
  return isRecord(value) && ["source", "start", "end"].every((name) => Number.isInteger(value[name]));
}

function hasTexts(value: unknown, names: readonly string[]): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && names.every((name) => typeof value[name] === "string");
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isItem);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
