// An HTTP response as `curl -i` or `curl -v` prints it becomes its status, its headers that matter, and its body.

export interface ResponseText {
  readonly status: number;
  /** With their names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly requestId: string | undefined;
  /** Seconds or a date, as in the header. */
  readonly retryAfter: string | undefined;
  readonly body: string;
}

/** Reads the last response of the text; the ones before it are redirects or retries. */
export function readResponseText(text: string): ResponseText | undefined {
  const [last = "", ...before] = text.split(/^(?:< )?HTTP\/[\d.]+ (?=\d{3}\b)/im).reverse();
  if (before.length === 0) return undefined;
  const [first = "", ...lines] = last.split("\n");
  const headers: (readonly [name: string, value: string])[] = [];
  for (const line of lines) {
    const [, name, value = ""] = /^(?:< )?([\w.-]+): ?(.*)$/.exec(line) ?? [];
    if (!name) break;
    headers.push([name.toLowerCase(), value.trim()]);
  }
  const find = (name: RegExp): string | undefined => headers.find(([header, value]) => name.test(header) && value)?.[1];
  const body = lines.slice(headers.length).filter((line) => !REMARK_OF_CURL.test(line));
  return {
    status: Number(first.slice(0, 3)),
    headers,
    requestId: find(/^x-request-id$/) ?? find(/request-?id$/),
    retryAfter: find(/^retry-after$/),
    body: body.join("\n").trim(),
  };
}

const REMARK_OF_CURL = /^(?:[*<>] |[<>]$|\{ \[\d+ bytes)/;
