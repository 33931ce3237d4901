// Answers as functions of the Fetch standard do: Hono, Next, Bun, Deno, Workers.
import { type AdapterOptions, replyToRequest, type ToReply } from "../server/request-reply.ts";

/** A request, or nothing but the parts of it that replies depend on. */
export interface FetchRequest {
  readonly method?: string;
  readonly headers: { get(name: string): string | null | undefined };
}

/** The Response of the libraries that a program is compiled with. */
export type FetchResponse = typeof globalThis extends {
  Response: new (...values: never[]) => infer Made;
}
  ? Made
  : object;

/** The Request of these libraries: that of a handler that does not say which one it takes. */
export type GlobalRequest = typeof globalThis extends {
  Request: new (...values: never[]) => infer Made extends FetchRequest;
}
  ? Made
  : FetchRequest;

export type FetchReply = <Request extends FetchRequest>(
  error: unknown,
  request?: Request,
  options?: AdapterOptions<Request>,
) => FetchResponse;

export function fetchReplier(toReply: ToReply): FetchReply {
  return <Request extends FetchRequest>(
    error: unknown,
    request: Request = NO_REQUEST as Request,
    options?: AdapterOptions<Request>,
  ) => {
    const reply = replyToRequest(toReply, error, request, (name) => request.headers.get(name), options);
    const { Response } = globalThis as unknown as {
      readonly Response: new (body: string | null, init: object) => FetchResponse;
    };
    const { status, headers, body } = reply;
    // A Response of some statuses refuses a text, even an empty one.
    const content = request.method === "HEAD" ? null : body || null;
    return new Response(content, { status: status < 200 ? 500 : status, headers });
  };
}

const NO_REQUEST: FetchRequest = { headers: { get: () => null } };

/** The handler, with a Response to any error that it throws. */
export type FetchHandler = <
  Request extends FetchRequest = GlobalRequest,
  Rest extends readonly unknown[] = readonly unknown[],
  Answer = unknown,
>(
  handler: (request: Request, ...rest: Rest) => Answer | PromiseLike<Answer>,
  options?: AdapterOptions<Request>,
) => (request: Request, ...rest: Rest) => Promise<Answer | FetchResponse>;

export function fetchHandling(toReply: ToReply): FetchHandler {
  const reply = fetchReplier(toReply);
  return (handler, options) =>
    async (request, ...rest) => {
      try {
        return await handler(request, ...rest);
      } catch (error) {
        return reply(error, request, options);
      }
    };
}
