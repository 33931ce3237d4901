// The other side of maker-thread.ts: a product and a model come in, the product's files go out, in the same order.
import { parentPort } from "node:worker_threads";
import { makeFiles, PRODUCTS } from "../../products/index.ts";
import { loadPrinter } from "../../products/typescript/printer/typescript.ts";
import { isForThread, type Order } from "./maker-thread.ts";

// The code of the products loads while the other thread still reads the table.
loadPrinter();
let done: Promise<unknown> = Promise.all(PRODUCTS.filter(isForThread).map(({ load }) => load()));
parentPort?.on("message", ({ product, model }: Order) => {
  done = done.then(async () => parentPort?.postMessage(await makeFiles(product, model)));
});
