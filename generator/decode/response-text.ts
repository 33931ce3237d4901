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
  const start = [...text.matchAll(/^(?:< )?HTTP\/\d(?:\.\d)? (\d{3})\b.*$/gim)].at(-1);
  if (!start) return undefined;
  const lines = text.slice(start.index).split("\n").slice(1);
  const headers: (readonly [name: string, value: string])[] = [];
  for (const line of lines) {
    const [, name, value = ""] = /^(?:< )?([\w.-]+): ?(.*)$/.exec(line) ?? [];
    if (!name) break;
    headers.push([name.toLowerCase(), value.trim()]);
  }
  const find = (name: RegExp): string | undefined => headers.find(([header, value]) => name.test(header) && value)?.[1];
  return {
    status: Number(start[1]),
    headers,
    requestId: find(/^x-request-id$/) ?? find(/request-?id$/),
    retryAfter: find(/^retry-after$/),
    body: lines.slice(headers.length).filter(isNoRemarkOfCurl).join("\n").trim(),
  };
}

function isNoRemarkOfCurl(line: string): boolean {
  return !/^(?:[*<>] |[<>]$|\{ \[\d+ bytes)/.test(line);
}
