// Procedures, mocks, loggers and telemetry use the exports for servers; each function answers with its results.
import { trace } from "@opentelemetry/api";
import { ORPCError, os } from "@orpc/server";
import { createTRPCClient, httpLink } from "@trpc/client";
import { initTRPC, TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import fc from "fast-check";
import { http } from "msw";
import { setupServer } from "msw/node";
import pino from "pino";

/** The data of the errors that a client of tRPC gets: of the table, and a foreign one. */
export async function throughTrpc(shop) {
  const builder = initTRPC.create({ errorFormatter: shop.shopTrpcShape });
  const guarded = builder.procedure.use(async ({ next }) => {
    const result = await next();
    if (!result.ok) throw shop.shopToTrpcError(TRPCError, result.error.cause);
    return result;
  });
  const throwing = (error) =>
    guarded.query(() => {
      throw error;
    });
  const router = builder.router({
    missing: throwing(new shop.OrderNotFoundFailure({ orderId: "T" })),
    other: throwing(new Error("secret")),
  });
  const answer = (url, init) => fetchRequestHandler({ endpoint: "/trpc", req: new Request(url, init), router });
  const client = createTRPCClient({ links: [httpLink({ url: "http://shop.test/trpc", fetch: answer })] });
  const dataOf = (query) => query.then(undefined, (error) => ({ ...error.data, message: error.message }));
  return { missing: await dataOf(client.missing.query()), other: await dataOf(client.other.query()) };
}

export async function throughOrpc(shop) {
  const procedure = os.errors(shop.shopOrpcErrors).handler(({ errors }) => {
    throw errors.OrderNotFound({ data: { orderId: "O" } });
  });
  const { code, status, defined } = await procedure
    .callable()(undefined)
    .then(undefined, (error) => error);
  const { message } = shop.shopToOrpcError(ORPCError, new shop.OrderNotFoundFailure({ orderId: "Q" }));
  return { code, status, defined, message };
}

/** The codes of two responses to the same request: the first mock answers once. */
export async function throughMocks(shop) {
  const path = "http://shop.test/orders/:id";
  const once = shop.shopMocks.OrderNotFound().handler(http.get, path, { times: 1, delay: 5 });
  const after = shop.shopMocks.TooMany({}, { headers: { "Retry-After": "3" } }).handler(http.get, path);
  const server = setupServer(once, after);
  server.listen();
  try {
    const read = async () => shop.ShopServiceError.fromResponse(await fetch("http://shop.test/orders/1"));
    return [(await read()).code, (await read()).code];
  } finally {
    server.close();
  }
}

/** Throws if a guard refuses an arbitrary body. */
export function arbitraryBodies(shop) {
  fc.assert(fc.property(shop.shopArbitrary(fc), (body) => shop.isShopError(body)));
  fc.assert(fc.property(shop.shopArbitrary(fc, "OrderNotFound"), ({ code }) => code === "OrderNotFound"));
}

/** The line of a log about an error with a sensitive param. */
export function logged(shop) {
  const lines = [];
  const logger = pino({ serializers: { err: shop.shopErrorLog } }, { write: (line) => lines.push(line) });
  logger.error({ err: new shop.CardDeclinedFailure({ card: "4111" }) }, "failed");
  return lines.join("");
}

export function observed(shop) {
  const attributes = shop.shopErrorAttributes(new Error("secret"));
  trace.getTracer("shop").startSpan("order").setAttributes(attributes).end();
  return attributes;
}
