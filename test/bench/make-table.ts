// Writes made-up tables into a folder: `node --import tsx test/bench/make-table.ts plain 2000 /tmp/tables`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { cloud } from "../corpora/tables/cloud.ts";
import { compiler } from "../corpora/tables/compiler.ts";
import { database } from "../corpora/tables/database.ts";
import { plain } from "../corpora/tables/plain.ts";
import type { Files } from "../corpora/tables/yaml-text.ts";

const KINDS: Readonly<Record<string, (count: number) => Files>> = { plain, cloud, database, compiler };

/** Hands back the path of the table; its translations lie beside it. */
export function makeTable(kind: string, count: number, folder: string): string {
  const make = KINDS[kind];
  if (make === undefined) throw new Error(`"${kind}" is none of ${Object.keys(KINDS).join(", ")}.`);
  mkdirSync(folder, { recursive: true });
  const files = Object.entries(make(count));
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  return join(folder, files[0]?.[0] ?? "");
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [kind = "plain", count = "2000", folder = "."] = process.argv.slice(2);
  console.log(makeTable(kind, Number(count), folder));
}
