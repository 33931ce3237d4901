// The name of a case, as tables, findings and products write it. It is here because every layer may import this folder.

/** "OperationDenied.quota"; without the name of a case the code alone. */
export function caseName(code: string, name: string | undefined): string {
  return name === undefined ? code : `${code}.${name}`;
}
