// The tables of the rules' examples, without their first lines, become resolved tables.
import type { ResolvedTable } from "../../generator/reader/table/resolve.ts";
import { resolveFiles } from "../helpers/resolve.ts";

export function exampleTable(text: string): ResolvedTable {
  const name = /^name:/m.test(text) ? "" : "name: Example\n";
  return resolveFiles({ "example.errors.yaml": `errtable: 1\n${name}${text}` });
}
