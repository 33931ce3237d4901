// The other side of thread.ts: orders come in, files go out, in the same order.
import { parentPort } from "node:worker_threads";
import { make } from "../products/make.ts";
import { render } from "../products/render.ts";
import { loadPrinter } from "../products/typescript/printer/typescript.ts";
import type { Order } from "./thread.ts";

// Nobody has asked yet: this is the head start.
let done: Promise<unknown> = loadPrinter();
parentPort?.on("message", (order: Order) => {
  done = done.then(async () => {
    const files = "artifact" in order ? [await render(order.artifact)] : await make(order.product, order.model);
    parentPort?.postMessage(files);
  });
});
