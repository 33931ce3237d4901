// Finds texts for people that differ.

import { namesText } from "../../../diagnostic/sentence-words.ts";
import { inCase, inError, inTable, nameOf, subjectOf } from "../../differences/change-places.ts";
import { changedCaseTexts, changedTableTexts, changedTexts } from "../../differences/text-differences.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const textChanged = defineChangeRule({
  id: "text-changed",
  level: "patch",
  side: "consumer",
  scope: "source",
  models: ["api-extractor", "AIP-180"],
  compiles: true,
  summary: "Texts for people differ.",
  explanation: "Descriptions, solutions, links, groups, examples and fields of your own: no program is hit.",
  example: {
    old: "errors:\n  Gone: { status: 410, message: is gone, description: It is gone. }\n",
    new: "errors:\n  Gone: { status: 410, message: is gone, description: It went away. }\n",
    fine: "errors:\n  Gone: { description: It is gone., status: 410, message: is gone }\n",
  },
  *find({ old, new: after, changed, cases }) {
    const ofTable = changedTableTexts(old, after);
    if (ofTable.length > 0) {
      yield {
        part: ofTable.join(" "),
        message: `The table has other texts in ${namesText(ofTable)}.`,
        help: "Nothing has to be done.",
        where: inTable(ofTable[0] ?? "name"),
      };
    }
    for (const pair of changed) {
      const names = changedTexts(pair);
      if (names.length === 0) continue;
      yield {
        code: pair.old.code,
        part: names.join(" "),
        message: `The error "${pair.new.code}" has other texts in ${namesText(names)}.`,
        help: "Nothing has to be done.",
        where: inError(pair, names[0] ?? ""),
      };
    }
    for (const pair of cases) {
      const names = changedCaseTexts(pair);
      if (names.length === 0) continue;
      yield {
        ...subjectOf(pair),
        part: names.join(" "),
        message: `The error ${nameOf(pair)} has other texts in ${namesText(names)}.`,
        help: "Nothing has to be done.",
        where: inCase(pair, names[0] ?? ""),
      };
    }
  },
});
