// The text of an HTTP response, as curl -i and curl -v print it, becomes its status, what its headers tell, and its body.

export interface ResponseText {
  readonly status: number;
  /** Values of headers that speak of errors. */
  readonly codes: readonly string[];
  readonly requestId: string | undefined;
  /** As it was sent: seconds, or a date. */
  readonly retryAfter: string | undefined;
  readonly body: string;
}

/** Of several responses, such as those of redirects, the last one. */
export function readResponseText(text: string): ResponseText | undefined {
  const starts = [...text.matchAll(/^(?:< )?HTTP\/\d(?:\.\d)? (\d{3})\b.*$/gim)];
  const last = starts.at(-1);
  if (last === undefined) return undefined;
  const lines = text.slice(last.index).split("\n").slice(1);
  const headers: (readonly [name: string, value: string])[] = [];
  for (const line of lines) {
    const [, name, value] = /^(?:< )?([\w.-]+): ?(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) break;
    headers.push([name.toLowerCase(), value.trim()]);
  }
  const find = (name: RegExp): string | undefined =>
    headers.find(([header, value]) => name.test(header) && value !== "")?.[1];
  return {
    status: Number(last[1]),
    codes: headers.filter(([name]) => /error|fault/.test(name)).map(([, value]) => value),
    requestId: find(/^x-request-id$/) ?? find(/request-?id$/),
    retryAfter: find(/^retry-after$/),
    body: withoutNarration(lines.slice(headers.length)).join("\n").trim(),
  };
}

/** Lines that curl -v adds. */
function withoutNarration(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => !/^(?:[*<>] |[<>]$|\{ \[\d+ bytes)/.test(line));
}
