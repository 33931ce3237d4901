// HTTP status codes 400 to 599 become their reason phrases as IANA registers them; http.STATUS_CODES has older names.

/** The registered phrase, or undefined for a code that is not registered or registered as unused. */
export function reasonPhrase(status: number): string | undefined {
  return PHRASES[status];
}

/** "404 Not Found", or the number alone. */
export function statusLine(status: number): string {
  const phrase = reasonPhrase(status);
  return phrase === undefined ? String(status) : `${status} ${phrase}`;
}

/** PascalCase and different for every status: "NotFound", "Status499". */
export function statusName(status: number): string {
  return reasonPhrase(status)?.replaceAll(/[ -]/g, "") ?? `Status${status}`;
}

const PHRASES: Readonly<Record<number, string>> = {
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

/** The statuses of an error for people; empty where the API does not state one. */
export function statusLines({ statuses }: { readonly statuses: readonly number[] }): string {
  return statuses.map(statusLine).join(", ");
}
