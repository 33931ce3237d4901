// Checks that all places of an XML body are inside of one element.
import { bodyLayout, memberKey } from "../../model/body-layout.ts";
import { isXmlType } from "../../model/media-type.ts";
import { isPosition } from "../../text/json/pointer.ts";
import { inTable } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const xmlPlaces = defineRule({
  id: "xml-places",
  severity: "error",
  required: true,
  summary: "The places of an XML body begin with its one root element.",
  explanation:
    "An XML document has one root element, and every pointer names it first: /Error/Code is the element Code in the root Error. A place outside of " +
    "that element is in no body, and the message is a text. Where the body holds a list, the places of its items begin inside of an item.",
  example: {
    wrong:
      "body: { mediaType: application/xml, code: /Error/Code, message: /Message }\nerrors:\n  Busy: { status: 503, solution: Wait. }\n",
    right:
      "body: { mediaType: application/xml, code: /Error/Code, message: /Error/Message }\nerrors:\n  Busy: { status: 503, solution: Wait. }\n",
  },
  *check({ tables }) {
    for (const loaded of tables) {
      const { mediaType, code, message, members, list, requestId, retryAfter } = bodyLayout(loaded.table.body);
      if (!isXmlType(mediaType)) continue;
      const places =
        list === undefined
          ? [
              ["code", code.at] as const,
              ...(message === undefined ? [] : [["message", message.at] as const]),
              ...members.map(({ at }) => [memberKey(at), at] as const),
              ...(requestId === undefined ? [] : [["requestId", requestId] as const]),
              ...(retryAfter === undefined ? [] : [["retryAfter", retryAfter.at] as const]),
            ]
          : [["errors", list.at] as const, ...list.members.map(({ at }) => [memberKey(at), at] as const)];
      if (message !== undefined && message.types.join() !== "string") {
        yield {
          ...inTable(loaded, "body", "message"),
          message: "Bodies are XML, where a message is the text of an element, and no list or map of texts.",
          help: 'Remove the "type" of the message.',
        };
      }
      const inLists = places.filter(([, at]) => at.some(isPosition)).map(([name]) => `"${name}"`);
      if (inLists.length > 0) {
        yield {
          ...inTable(loaded, "body", "mediaType"),
          message: `Bodies are XML, where items of a list have no positions: ${inLists.join(", ")}.`,
          help: "Name an element in place of each number.",
        };
      }
      const [root = ""] = list?.at ?? code.at;
      const outside = places.filter(([, at]) => at[0] !== root || at.length === 1).map(([name]) => `"${name}"`);
      if (outside.length === 0) continue;
      yield {
        ...inTable(loaded, "body", "mediaType"),
        message: `Bodies are XML, but not all places are inside of one root element: ${outside.join(", ")}.`,
        help: "Begin all pointers with the name of the root element, such as /Error/Code and /Error/Message.",
      };
    }
  },
});
