// Checks that no two operations give their responses the same name.
import { ownerName } from "../../model/operation-keys.ts";
import { keyInTable, repetitions } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

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
    // The operations of imported tables have no responses.
    const operations = Object.entries(root.table.operations ?? {});
    for (const [[key, codes], [first, others]] of repetitions(operations, ([name]) => ownerName(name))) {
      // The same codes make the same responses.
      if (codes.toSorted().join("\n") === others.toSorted().join("\n")) continue;
      yield {
        ...keyInTable(root, "operations", key),
        message: `The responses of "${key}" and of "${first}" have the same names, and with them the codes of both.`,
        help: 'Name one of the two by its method and path, such as "GET /aliases/{name}", or rename it.',
        related: [{ ...keyInTable(root, "operations", first), message: `"${first}" is here.` }],
      };
    }
  },
});
