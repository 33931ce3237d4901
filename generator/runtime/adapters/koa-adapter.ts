// Answers as a middleware of Koa does, which comes before all others.
import { type AdapterOptions, replyToRequest, staleHeaders, type ToReply } from "../server/request-reply.ts";

export interface KoaContext {
  readonly headerSent: boolean;
  readonly res: { destroy(): unknown };
  status: number;
  body: unknown;
  get(name: string): string;
  set(name: string, value: string): unknown;
  vary(name: string): unknown;
  remove(name: string): unknown;
}

export type KoaErrors = <Context extends KoaContext>(
  options?: AdapterOptions<Context>,
) => (context: Context, next: () => Promise<unknown>) => Promise<void>;

export function koaErrors(toReply: ToReply): KoaErrors {
  return (options) => async (context, next) => {
    try {
      await next();
    } catch (error) {
      // A client does not take a response for whole that is cut off. Koa tells its listeners of the error.
      if (context.headerSent) {
        context.res.destroy();
        throw error;
      }
      const reply = replyToRequest(toReply, error, context, (name) => context.get(name), options);
      for (const name of staleHeaders(reply)) context.remove(name);
      context.status = reply.status;
      context.body = reply.body;
      for (const [name, value] of Object.entries(reply.headers)) {
        if (name === "Vary") context.vary(value);
        else context.set(name, value);
      }
    }
  };
}
