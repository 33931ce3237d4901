// Every name in the table of exports exists, and every export is in the table.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { firstTable } from "../../generator/command/init/init-files.ts";
import { modelOfText } from "../helpers/model-fixtures.ts";
import { EVERY_PART, productOf } from "../helpers/typescript-product.ts";

/** Names that the others are made of: nobody has to look for them. */
const PARTS =
  /^(?:ShopError(?:Body|Members|Entry|CaseEntry|Texts|Table|Tag|\w+ByCode|Status|Retry|By\w+)|Shop(?:MessageCandidate|ServiceErrorOf|ServiceErrorFacts))$/;

test("the table of exports holds the names of the product", async () => {
  const readme = readFileSync(join(import.meta.dirname, "../../spec/products.md"), "utf8");
  const table = readme.slice(readme.indexOf("| exports | meaning |")).split("\n\n", 1)[0] ?? "";
  const cells = table.split("\n").map((row) => row.split(" | ")[0] ?? "");
  const told = new Set(cells.flatMap((cell) => [...cell.matchAll(/`(\w+)/g)].map(([, name = ""]) => name)));
  const exported = [...(await exportsOf(firstTable("Shop"))), ...(await exportsOf(WITH_EVERYTHING))];
  expect([...told].filter((name) => !exported.includes(name))).toEqual([]);
  const ofTable = exported.filter((name) => /Shop|shop/.test(name) && !PARTS.test(name));
  expect(ofTable.filter((name) => !told.has(name))).toEqual([]);
});

/** A list of errors, tags and cases bring exports of their own. */
const WITH_EVERYTHING = `errtable: 1
name: Shop
body: { errors: /errors, code: /code, message: /message }
tags: { Network: {} }
errors:
  Denied:
    status: 403
    tags: [Network]
    cases: { closed: { message: closed }, quota: { message: "the quota of %s is used up", params: { resource: {} } } }
`;

async function exportsOf(table: string): Promise<readonly string[]> {
  const files = await productOf(modelOfText(table), EVERY_PART);
  const index = files.get("index.ts") ?? "";
  const shown = [...files].filter(([path]) => index.includes(`"./${path.replace(".ts", ".js")}"`));
  return shown.flatMap(([, text]) =>
    [...text.matchAll(/^export (?:async |abstract )?(?:const|class|function|interface|type) (\w+)/gm)].map(
      ([, name = ""]) => name,
    ),
  );
}
