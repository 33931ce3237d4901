// Procedures throw failures, and their clients catch them over HTTP; each function answers with what the client knows of each failure.
import { once } from "node:events";
import { createServer } from "node:http";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import { ORPCError, os } from "@orpc/server";
import { RPCHandler } from "@orpc/server/node";
import { createTRPCClient, httpLink } from "@trpc/client";
import { initTRPC, TRPCError } from "@trpc/server";
import { createHTTPHandler } from "@trpc/server/adapters/standalone";

export function throughOrpc(shop, failures) {
  const guarded = os.errors(shop.shopOrpcErrors).use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw shop.shopToOrpcError(ORPCError, error);
    }
  });
  const handler = new RPCHandler(proceduresOf(failures, (fail) => guarded.handler(fail)));
  return overHttp(
    (request, response) => handler.handle(request, response),
    async (url) => {
      const client = createORPCClient(new RPCLink({ url }));
      const caught = await Promise.all(failures.map(({ code }) => client[code]().then(undefined, (error) => error)));
      return caught.map(({ code, status, data, message }) => ({ code, status, params: data, message }));
    },
  );
}

export function throughTrpc(shop, failures) {
  const builder = initTRPC.create({ errorFormatter: shop.shopTrpcShape });
  const guarded = builder.procedure.use(async ({ next }) => {
    const result = await next();
    if (!result.ok) throw shop.shopToTrpcError(TRPCError, result.error.cause);
    return result;
  });
  const router = builder.router(proceduresOf(failures, (fail) => guarded.query(fail)));
  return overHttp(createHTTPHandler({ router }), async (url) => {
    const client = createTRPCClient({ links: [httpLink({ url })] });
    const caught = await Promise.all(
      failures.map(({ code }) => client[code].query().then(undefined, (error) => error)),
    );
    return caught.map(({ data, message }) => ({ ...data.failure, message }));
  });
}

function proceduresOf(failures, procedureOf) {
  return Object.fromEntries(
    failures.map((failure) => {
      const fail = () => {
        throw failure;
      };
      return [failure.code, procedureOf(fail)];
    }),
  );
}

async function overHttp(listener, ask) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await ask(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.close();
  }
}
