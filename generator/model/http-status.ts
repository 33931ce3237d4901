// HTTP status codes 100 to 599 become their reason phrases as IANA registers them; http.STATUS_CODES has older names.

/** The registered phrase, or undefined for a code that is not registered or registered as unused. */
export function reasonPhrase(status: number): string | undefined {
  return PHRASES[status];
}

/** "404 Not Found", or the number alone. */
export function statusLine(status: number): string {
  const phrase = reasonPhrase(status);
  return phrase === undefined ? String(status) : `${status} ${phrase}`;
}

/** PascalCase; different for every status, and none is the end of another: "NotFound", "Status302", "Status499". */
export function statusName(status: number): string {
  return NAMES.get(status) ?? `Status${status}`;
}

const PHRASES: Readonly<Record<number, string>> = {
  ...{ 100: "Continue", 101: "Switching Protocols", 102: "Processing", 103: "Early Hints", 200: "OK", 201: "Created" },
  ...{ 202: "Accepted", 203: "Non-Authoritative Information", 204: "No Content", 205: "Reset Content" },
  ...{ 206: "Partial Content", 207: "Multi-Status", 208: "Already Reported", 226: "IM Used", 300: "Multiple Choices" },
  ...{ 301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified", 305: "Use Proxy" },
  ...{ 307: "Temporary Redirect", 308: "Permanent Redirect" },
  ...{ 400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found" },
  ...{ 405: "Method Not Allowed", 406: "Not Acceptable", 407: "Proxy Authentication Required", 408: "Request Timeout" },
  ...{ 409: "Conflict", 410: "Gone", 411: "Length Required", 412: "Precondition Failed", 413: "Content Too Large" },
  ...{ 414: "URI Too Long", 415: "Unsupported Media Type", 416: "Range Not Satisfiable", 417: "Expectation Failed" },
  ...{ 421: "Misdirected Request", 422: "Unprocessable Content", 423: "Locked", 424: "Failed Dependency" },
  ...{ 425: "Too Early", 426: "Upgrade Required", 428: "Precondition Required", 429: "Too Many Requests" },
  ...{ 431: "Request Header Fields Too Large", 451: "Unavailable For Legal Reasons" },
  ...{ 500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable" },
  ...{ 504: "Gateway Timeout", 505: "HTTP Version Not Supported", 506: "Variant Also Negotiates" },
  ...{ 507: "Insufficient Storage", 508: "Loop Detected", 510: "Not Extended", 511: "Network Authentication Required" },
};

/** The names that phrases make; "Found" is the end of "NotFound". */
const NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(PHRASES)
    .map(([status, phrase]) => [Number(status), phrase.replaceAll(/[ -]/g, "")] as const)
    .filter(([, name], _, all) => !all.some(([, other]) => other !== name && other.endsWith(name))),
);

/** The statuses of an error for people; empty where the API does not state one. */
export function statusLines({ statuses }: { readonly statuses: readonly number[] }): string {
  return statuses.map(statusLine).join(", ");
}
