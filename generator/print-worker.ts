// The other side of thread.ts: statements come in, text goes out, in the same order.
import { parentPort } from "node:worker_threads";
import type { Statement } from "./artifact.ts";
import { loadPrinter, renderTypescript } from "./render/typescript.ts";

// Nobody has asked yet: this is the head start.
const ready = loadPrinter();
parentPort?.on("message", async (statements: readonly Statement[]) => {
  await ready;
  parentPort?.postMessage(await renderTypescript(statements));
});
