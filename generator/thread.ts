// Renders TypeScript on a thread of its own: ts-morph takes longer to load than a table to read, so both happen at once.
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import type { OutputFile } from "./artifact.ts";
import { type Renderer, render } from "./render/index.ts";

export interface RenderThread {
  /** Renders everything else here, meanwhile. */
  readonly render: Renderer;
  /** Ends the thread, whatever it is doing. */
  close(): void;
}

/** `module` is the compiled form of render-worker.ts. */
export function startRenderer(module: URL): RenderThread {
  // V8's optimizing compiler takes time from both threads, and most runs end before what it makes pays.
  setFlagsFromString("--no-opt");
  const worker = new Worker(module);
  const waiting: { readonly resolve: (file: OutputFile) => void; readonly reject: (error: unknown) => void }[] = [];
  worker.on("message", (file: OutputFile) => waiting.shift()?.resolve(file));
  let ended: unknown;
  const end = (error: unknown): void => {
    ended ??= error;
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  worker.on("error", end);
  worker.on("exit", (code) => end(new Error(`The thread that renders ended with ${code}.`)));
  const renderThere: Renderer = (artifact) =>
    new Promise((resolve, reject) => {
      if (ended !== undefined) reject(ended);
      waiting.push({ resolve, reject });
      worker.postMessage(artifact);
    });
  return {
    render: (artifact) => (artifact.kind === "typescript" ? renderThere(artifact) : render(artifact)),
    close: () => void worker.terminate(),
  };
}
