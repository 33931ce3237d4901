// A thread of its own prints TypeScript, because ts-morph takes longer to load than a table to read, and makes the docs.
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import type { Model } from "../model/model.ts";
import type { OutputFile } from "../output/output-file.ts";
import type { Artifact } from "../products/artifact.ts";
import { emit, type Product } from "../products/index.ts";
import { type Maker, make } from "../products/make.ts";

export interface MakerThread {
  /** Divides the work so that both threads have about as much of it. */
  readonly make: Maker;
  /** Ends the thread, whatever it is doing. */
  close(): void;
}

/** What the thread is told. */
export type Order = { readonly artifact: Artifact } | { readonly product: Product; readonly model: Model };

/** `module` is the compiled form of make-worker.ts. */
export function startMaker(module: URL): MakerThread {
  // V8's optimizing compiler takes time from both threads, and most runs end before what it makes pays.
  setFlagsFromString("--no-opt");
  const worker = new Worker(module);
  const waiting: Waiting[] = [];
  worker.on("message", (files: readonly OutputFile[]) => waiting.shift()?.resolve(files));
  let ended: unknown;
  const end = (error: unknown): void => {
    ended ??= error;
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  worker.on("error", end);
  worker.on("exit", (code) => end(new Error(`The thread that makes files ended with ${code}.`)));
  const ask = (order: Order): Promise<readonly OutputFile[]> =>
    new Promise((resolve, reject) => {
      if (ended !== undefined) reject(ended);
      waiting.push({ resolve, reject });
      worker.postMessage(order);
    });
  const makeTypescript: Maker = async (product, model) => {
    const files = (await emit(product, model)).map((artifact) => ask({ artifact }));
    return (await Promise.all(files)).flat();
  };
  return {
    make: (product, model) => {
      if (product.kind === "typescript") return makeTypescript(product, model);
      return product.kind === "docs" ? ask({ product, model }) : make(product, model);
    },
    close: () => void worker.terminate(),
  };
}

interface Waiting {
  readonly resolve: (files: readonly OutputFile[]) => void;
  readonly reject: (error: unknown) => void;
}
