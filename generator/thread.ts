// Prints TypeScript on a thread of its own: ts-morph takes longer to load than a table to read, so both happen at once.
import { Worker } from "node:worker_threads";
import type { Statement } from "./artifact.ts";
import type { TypescriptPrinter } from "./render/index.ts";

export interface PrinterThread {
  readonly print: TypescriptPrinter;
  /** Ends the thread, whatever it is doing. */
  close(): void;
}

/** `module` is the compiled or source form of print-worker.ts. */
export function startPrinter(module: URL): PrinterThread {
  const worker = new Worker(module);
  const waiting: { readonly resolve: (text: string) => void; readonly reject: (error: unknown) => void }[] = [];
  worker.on("message", (text: string) => waiting.shift()?.resolve(text));
  let ended: unknown;
  const end = (error: unknown): void => {
    ended ??= error;
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  worker.on("error", end);
  worker.on("exit", (code) => end(new Error(`The thread that prints TypeScript ended with ${code}.`)));
  return {
    print: (statements: readonly Statement[]) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) reject(ended);
        waiting.push({ resolve, reject });
        worker.postMessage(statements);
      }),
    close: () => void worker.terminate(),
  };
}
