// The text of a page tells the tables that its blocks can show, before any of them is read.

/** By path, the names by which markers may call a table. */
export type TableNames = ReadonlyMap<string, readonly string[]>;

/** The paths of the tables that all markers of a page name; undefined where one of them names none, or none of these. */
export function tablesNamedIn(page: string, tables: TableNames): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  for (const [, marker = ""] of page.matchAll(/errtable:begin([^\n]*)/g)) {
    const [, quoted, plain] = /\stable=(?:"([^"]*)"|(\S+))/.exec(marker) ?? [];
    const name = quoted ?? plain;
    const [path] = [...tables].find(([, names]) => name !== undefined && names.includes(name)) ?? [];
    if (path === undefined) return undefined;
    found.add(path);
  }
  return found;
}
