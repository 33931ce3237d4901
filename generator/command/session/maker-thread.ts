// A second thread makes the TypeScript of large tables while this one makes the rest, which takes as long.
import { Worker } from "node:worker_threads";
import type { Model } from "../../model/model.ts";
import type { OutputFile } from "../../output/state/target.ts";
import type { Product, TargetRequest } from "../../products/index.ts";
import type { Host } from "../../reader/host.ts";

export interface MakerThread {
  /** Undefined for a product that is not made in the thread. */
  readonly make: (product: Product, model: Model) => Promise<readonly OutputFile[]> | undefined;
  /** Ends the thread, even in the middle of a request. */
  readonly close: () => void;
}

/** A request to the thread. A model is plain data, so that its copy makes the same files. */
export interface Order {
  readonly product: Product;
  readonly model: Model;
}

/** Less work is done sooner than a thread can start. */
const LARGE = 600_000;

/** The bytes of tables, each as often as TypeScript is made of it. */
export function typescriptWork(targets: readonly TargetRequest[], host: Host): number {
  return targets
    .filter(({ product }) => isForThread(product))
    .map(({ tablePath }) => host.read(tablePath))
    .reduce((sum, read) => sum + ("failure" in read ? 0 : read.length), 0);
}

/** Undefined where a thread would win no time, and in a checkout, whose sources a thread would have to compile. */
export function startMaker(work: number): MakerThread | undefined {
  const isBuilt = import.meta.url.endsWith(".js");
  return isBuilt && work >= LARGE ? openThread() : undefined;
}

export function isForThread({ kind }: Pick<Product, "kind">): boolean {
  return kind === "typescript";
}

/** The package holds all modules of the tool in one folder. */
function openThread(): MakerThread {
  const worker = new Worker(new URL("./maker-worker.js", import.meta.url));
  const waiting: Waiting[] = [];
  worker.on("message", (files: readonly OutputFile[]) => waiting.shift()?.resolve(files));
  worker.on("error", (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    make(product, model) {
      if (!isForThread(product)) return undefined;
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage({ product, model } satisfies Order);
      });
    },
    close: () => void worker.terminate(),
  };
}

interface Waiting {
  readonly resolve: (files: readonly OutputFile[]) => void;
  readonly reject: (error: unknown) => void;
}
