// Replies to any thrown value with the facts of its request. Adapters of
// frameworks say where these facts are, and write the reply.
import type { Reply, ReplyOptions } from "./reply.ts";

/** Errors inside these functions change nothing: the reply is made without them. */
export interface AdapterOptions<Request> extends Pick<ReplyOptions, "problem" | "pages" | "locales"> {
  /** The id of the request. Absent: that of its header X-Request-Id, or else a random one. */
  readonly requestId?: ((request: Request) => string | undefined) | undefined;
  /** The address of this occurrence of a problem. */
  readonly instance?: ((request: Request) => string | undefined) | undefined;
  /** Makes a failure of another error, such as a validation error of the framework. */
  readonly translate?: ((error: unknown, request: Request) => unknown) | undefined;
  /** Is told of any thrown value, and of the reply to it. */
  readonly onError?: ((error: unknown, reply: Reply, request: Request) => unknown) | undefined;
}

export type ToReply = (error: unknown, options: ReplyOptions) => Reply;

/** `headerOf` finds a header by its name in lower case. */
export function replyToRequest<Request>(
  toReply: ToReply,
  error: unknown,
  request: Request,
  headerOf: (name: string) => unknown,
  options: AdapterOptions<Request> = {},
): Reply {
  const { requestId, instance, translate, onError } = options;
  const shown = translate ? tried(() => translate(error, request), error) : error;
  const header = (name: string): string | undefined => requestHeader(tried(() => headerOf(name), undefined));
  const id = requestId && tried(() => requestId(request), undefined);
  const facts = {
    requestId: id || knownId(header("x-request-id")) || randomId(),
    instance: instance && tried(() => instance(request), undefined),
    accept: header("accept"),
    acceptLanguage: header("accept-language"),
  };
  const reply = toReply(shown, Object.assign({}, options, facts));
  if (onError)
    tried(() => {
      const told = onError(error, reply, request);
      if (told instanceof Promise) told.catch(() => undefined);
    }, undefined);
  return reply;
}

function tried<Value>(run: () => Value, otherwise: Value): Value {
  try {
    return run();
  } catch {
    return otherwise;
  }
}

function requestHeader(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" ? value : undefined;
}

/** Clients may send anything as an id. */
function knownId(id: string | undefined): string | undefined {
  return id !== undefined && /^[\w.:+/=-]{1,128}$/.test(id) ? id : undefined;
}

/** Every runtime of servers has this function. */
function randomId(): string {
  const { crypto } = globalThis as { readonly crypto?: { readonly randomUUID?: () => string } };
  return crypto?.randomUUID ? crypto.randomUUID() : "unknown";
}

/** The headers that tell of the body that the reply takes the place of. A reply that sends nobody a body leaves those of the one that clients keep. */
export function staleHeaders({ status }: Reply): readonly string[] {
  return status === 304 ? OF_BODIES : OF_BODIES.concat(OF_CACHES);
}

const OF_BODIES: readonly string[] = [
  "Content-Disposition",
  "Content-Encoding",
  "Content-Language",
  "Content-Length",
  "Content-Range",
  "Content-Type",
  "Transfer-Encoding",
];

const OF_CACHES: readonly string[] = ["Cache-Control", "ETag", "Last-Modified"];
