// Rows become the entries of a table.

interface EntryRow {
  readonly texts?: object;
}

/**
 * A row has its texts in the language of the table beside its facts; it leaves out statuses where it has none, and constants, which
 * stand by code. It may be left out itself. Without a language such texts do not exist.
 */
export function wholeEntries(
  rows: Readonly<Record<string, EntryRow>>,
  constants: Readonly<Record<string, object>>,
  textNames: readonly string[],
  language?: string,
): object {
  const statuses: readonly number[] = [];
  const entries = {};
  const others = Object.keys(constants).filter((code) => !code.hasOwnProperty.call(rows, code));
  const codes = others.length === 0 ? Object.keys(rows) : [...Object.keys(rows), ...others].sort();
  for (const code of codes) {
    const row: EntryRow = (code.hasOwnProperty.call(rows, code) && rows[code]) || {};
    const fixed = code.hasOwnProperty.call(constants, code) ? { constants: constants[code] } : {};
    const facts: Record<string, unknown> = {};
    const own: Record<string, unknown> = {};
    for (const [name, fact] of Object.entries(row)) (textNames.includes(name) ? own : facts)[name] = fact;
    const texts = Object.assign(language === undefined ? {} : { [language]: own }, row.texts);
    const value = Object.assign({ statuses }, fixed, facts, { texts });
    Object.defineProperty(entries, code, { value, configurable: true, enumerable: true, writable: true });
  }
  return entries;
}
