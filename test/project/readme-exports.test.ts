// Every name in the table of exports exists, and every export is in the table.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { initFiles } from "../../generator/command/init.ts";
import { modelOfText } from "../helpers/model-fixtures.ts";
import { EVERY_PART, productOf } from "../helpers/typescript-product.ts";

/** Names that the others are made of: nobody has to look for them. */
const PARTS =
  /^(?:ShopError(?:Body|Members|Entry|Texts|Table|\w+ByCode|Status|Retry|By\w+)|Shop(?:MessageCandidate|ServiceErrorOf|ServiceErrorFacts))$/;

test("the table of exports holds the names of the product", async () => {
  const readme = readFileSync(join(import.meta.dirname, "../../spec/products.md"), "utf8");
  const table = readme.slice(readme.indexOf("| exports | what they are |")).split("\n\n", 1)[0] ?? "";
  const cells = table.split("\n").map((row) => row.split(" | ")[0] ?? "");
  const told = new Set(cells.flatMap((cell) => [...cell.matchAll(/`(\w+)/g)].map(([, name = ""]) => name)));
  const model = modelOfText(initFiles("Shop")[0]?.text ?? "");
  const files = await productOf(model, EVERY_PART);
  const index = files.get("index.ts") ?? "";
  const shown = [...files].filter(([path]) => index.includes(`"./${path.replace(".ts", ".js")}"`));
  const exported = shown.flatMap(([, text]) =>
    [...text.matchAll(/^export (?:async )?(?:const|class|function|interface|type) (\w+)/gm)].map(
      ([, name = ""]) => name,
    ),
  );
  expect([...told].filter((name) => !exported.includes(name))).toEqual([]);
  const ofTable = exported.filter((name) => /Shop|shop/.test(name) && !PARTS.test(name));
  expect(ofTable.filter((name) => !told.has(name))).toEqual([]);
});
