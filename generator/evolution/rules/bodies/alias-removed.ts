// Finds spellings of bodies that readers no longer accept.
import type { AliasModel } from "../../../model/body-model.ts";
import { pointerText } from "../../../text/json/pointer.ts";
import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const aliasRemoved = defineChangeRule({
  id: "alias-removed",
  level: "dangerous",
  side: "consumer",
  scope: "source",
  models: ["AIP-180", "AdCP: aliases end with a warning first"],
  compiles: true,
  summary: "Readers no longer accept one of the other spellings of bodies.",
  explanation:
    "With the new types `read…` finds no error in bodies of servers that still send the old spelling. Remove it when no server does.",
  example: {
    old: "body: { code: /code, message: /message, aliases: [{ code: /Code, message: /Message }] }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "body: { code: /code, message: /message }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "body: { code: /code, message: /message, aliases: [{ message: /Message, code: /Code }] }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
  },
  *find({ old, new: after }) {
    const key = ({ code, message }: Omit<AliasModel, "extensions">) =>
      [code, ...(message === undefined ? [] : [message])].map((at) => pointerText(at)).join(" ");
    const known = new Set([
      ...after.body.aliases.map(key),
      key({ code: after.body.code.at, ...(after.body.message && { message: after.body.message.at }) }),
    ]);
    for (const alias of old.body.aliases) {
      if (known.has(key(alias))) continue;
      yield {
        old: key(alias),
        message: `Readers no longer accept bodies with the code at "${pointerText(alias.code)}": with the new types consumers find no error in them.`,
        help: "Keep the alias as long as servers send this spelling.",
        where: inTable("body", "aliases"),
      };
    }
  },
});
