// Answers as error handlers of Fastify do.
import { type AdapterOptions, replyToRequest, staleHeaders, type ToReply } from "../server/request-reply.ts";

export interface FastifyRequestLike {
  readonly headers: object;
}

export interface FastifyReplyLike {
  readonly raw: { readonly headersSent: boolean; destroy(): unknown };
  code(status: number): unknown;
  getHeader(name: string): unknown;
  header(name: string, value: string): unknown;
  removeHeader(name: string): unknown;
  serializer(serialize: (payload: unknown) => string): unknown;
  send(body: string | undefined): unknown;
}

export type FastifyErrors = <Request extends FastifyRequestLike>(
  options?: AdapterOptions<Request>,
) => (error: unknown, request: Request, reply: FastifyReplyLike) => void;

export function fastifyErrors(toReply: ToReply): FastifyErrors {
  return (options) => (error, request, reply) => fastifyReply(toReply, error, request, reply, options);
}

export function fastifyReply<Request extends FastifyRequestLike>(
  toReply: ToReply,
  error: unknown,
  request: Request,
  reply: FastifyReplyLike,
  options: AdapterOptions<Request> | undefined,
): void {
  const made = replyToRequest(
    toReply,
    error,
    request,
    (name) => (request.headers as Readonly<Record<string, unknown>>)[name],
    options,
  );
  if (reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  for (const name of staleHeaders(made)) reply.removeHeader(name);
  reply.code(made.status);
  for (const [name, value] of Object.entries(made.headers)) {
    const known = name === "Vary" ? reply.getHeader(name) : undefined;
    const values: readonly unknown[] = known === undefined ? [value] : [known, value];
    reply.header(name, values.join(", "));
  }
  // The body is a text already, also where the route has a serializer.
  reply.serializer((payload) => String(payload));
  reply.send(made.body || undefined);
}
