// A cell such as "400 Bad Request", "403/404" or "HTTP 429" becomes HTTP statuses.

/** Empty where the cell states none: a range such as 4xx or 400-499 is no status. */
export function readStatuses(cell: string): readonly number[] {
  const text = cell.replaceAll(/\bHTTP\/[\d.]+/gi, " ");
  if (/\b[1-5]\d\d\s*(?:-|–|to|\.\.)\s*[1-5]\d\d\b/i.test(text)) return [];
  const found = text.match(/(?<![\w.-])[1-5]\d\d(?![\w.-]*\d)/g) ?? [];
  const rest = text.replaceAll(/(?<![\w.-])[1-5]\d\d(?![\w.-]*\d)/g, " ");
  // Other numbers make it a cell of something else.
  return /\d/.test(rest) ? [] : [...new Set(found.map(Number))];
}
