// References of a description become the values that they name, in its own file and in files beside it.
import { dirname, resolve } from "node:path";
import { memoizeByKey } from "../../diagnostic/memoize.ts";
import { referencePath } from "../../owned/description/references.ts";
import { textOfFile } from "../../reader/file-text.ts";
import type { Host } from "../../reader/host.ts";
import { valueAt } from "../../text/json/pointer.ts";
import { isObject, type Json, type JsonObject } from "../../text/json/value.ts";
import { readData } from "../source-data.ts";

/** Follows a reference; undefined where it leads to nothing. */
export type Resolve = (value: Json | undefined) => Json | undefined;

export interface Resolver {
  readonly resolve: Resolve;
  /** The references that lead to nothing, as they are written. */
  readonly missing: ReadonlySet<string>;
}

interface File {
  readonly path: string;
  readonly data: Json;
}

export function createResolver(root: JsonObject, path: string, host: Host): Resolver {
  const missing = new Set<string>();
  const owners = new WeakMap<object, File>();
  const own: File = { path, data: root };
  const fileAt = memoizeByKey((target: string): File | undefined => {
    if (target === path) return own;
    const source = textOfFile(host.show(target), host.read(target)).value;
    const read = source === undefined ? undefined : readData(source);
    if (read === undefined || !("data" in read)) return undefined;
    const file = { path: target, data: read.data };
    claim(file, owners);
    return file;
  });
  const resolveOne: Resolve = (value) => {
    let found = value;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const $ref = isObject(found) ? found["$ref"] : undefined;
      if (!isObject(found) || typeof $ref !== "string") return found;
      const [address = "", pointer = ""] = $ref.split("#");
      const from = owners.get(found) ?? own;
      // Only files beside the description are read: no address, and no path from the root of the disk.
      const isFile = /^(?![a-z][\w+.-]*:|[/\\])/i.test(address);
      const file = address === "" ? from : isFile ? fileAt(resolve(dirname(from.path), address)) : undefined;
      found = file && (pointer === "" ? file.data : valueAt(file.data, referencePath(`#${pointer}`) ?? [""]));
      if (found === undefined) missing.add($ref);
    }
    return undefined;
  };
  return { resolve: resolveOne, missing };
}

const MOST_STEPS = 32;

/** Every object of another file knows its file, since its references start from there. */
function claim(file: File, owners: WeakMap<object, File>): void {
  const waiting: Json[] = [file.data];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== "object" || value === null || owners.has(value)) continue;
    owners.set(value, file);
    for (const member of Object.values(value) as readonly Json[]) waiting.push(member);
  }
}
