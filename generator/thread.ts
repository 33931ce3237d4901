// Renders on a thread of its own what takes long: ts-morph alone takes longer to load than a table to read.
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import type { Artifact, OutputFile } from "./artifact.ts";
import { type Renderer, render } from "./render/index.ts";

/** Other kinds are rendered sooner than they are handed over. */
const LONG: ReadonlySet<Artifact["kind"]> = new Set(["typescript", "markdown"]);

export interface RenderThread {
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
    render: (artifact) => (LONG.has(artifact.kind) ? renderThere(artifact) : render(artifact)),
    close: () => void worker.terminate(),
  };
}
