// Finds out whether an object of a JSON text has a key twice: parsers keep the last one, and say nothing.

/** The text is valid JSON. */
export function repeatsKey(json: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  let isKey = false;
  for (const [token] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g)) {
    if (token === "{" || token === "[") open.push(token === "{" ? new Set() : undefined);
    else if (token === "}" || token === "]") open.pop();
    else if (token.startsWith('"') && isKey) {
      const key = token.includes("\\") ? (JSON.parse(token) as string) : token.slice(1, -1);
      const keys = open.at(-1);
      if (keys?.has(key)) return true;
      keys?.add(key);
    }
    isKey = token === "{" || (token === "," && open.at(-1) !== undefined);
  }
  return false;
}
