// The other side of thread.ts: artifacts come in, files go out, in the same order.
import { parentPort } from "node:worker_threads";
import type { Artifact } from "./artifact.ts";
import { render } from "./render/index.ts";
import { loadPrinter } from "./render/typescript.ts";

// Nobody has asked yet: this is the head start.
let done: Promise<unknown> = loadPrinter();
parentPort?.on("message", (artifact: Artifact) => {
  done = done.then(async () => parentPort?.postMessage(await render(artifact)));
});
