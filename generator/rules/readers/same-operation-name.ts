// Checks that no two operations give their responses the same name.
import { ownerName } from "../../model/operation-keys.ts";
import { inTable } from "../engine/places.ts";
import { defineRule, type FindingPlace } from "../engine/rule.ts";

export const sameOperationName = defineRule({
  id: "same-operation-name",
  severity: "warning",
  summary: "Operations become different names of responses.",
  explanation:
    "The responses of an API description are named after the operations that they are of: `get-alias` becomes GetAliasNotFoundErrors, " +
    "and so does `getAlias`. Both operations then share one response, with the codes of both. An operation may also be named by its " +
    "method and path, or a group of them by a tag.",
  example: {
    wrong:
      "errors:\n  AliasNotFound: { status: 404, solution: Create it. }\n  ServiceNotFound: { status: 404, solution: Create it. }\n" +
      "operations:\n  get-alias: [AliasNotFound]\n  getAlias: [ServiceNotFound]\n",
    right:
      "errors:\n  AliasNotFound: { status: 404, solution: Create it. }\n  ServiceNotFound: { status: 404, solution: Create it. }\n" +
      "operations:\n  get-alias: [AliasNotFound]\n  GET /services/{name}: [ServiceNotFound]\n",
  },
  *check({ root }) {
    const owners = new Map<string, { readonly key: string; readonly place: FindingPlace; readonly codes: string }>();
    // The operations of imported tables have no responses.
    for (const [key, listed] of Object.entries(root.table.operations ?? {})) {
      const name = ownerName(key);
      const place: FindingPlace = { ...inTable(root, "operations", key), at: "key" };
      const codes = listed.toSorted().join("\n");
      const other = owners.get(name);
      if (other === undefined) owners.set(name, { key, place, codes });
      // The same codes make the same responses.
      else if (other.codes !== codes)
        yield {
          ...place,
          message: `The responses of "${key}" and of "${other.key}" have the same names, and with them the codes of both.`,
          help: 'Name one of the two by its method and path, such as "GET /aliases/{name}", or rename it.',
          related: [{ ...other.place, message: `"${other.key}" is here.` }],
        };
    }
  },
});
