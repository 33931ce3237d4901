// Many codes become an open-addressed hash table of their groups, or a map where no few characters tell the codes apart.
import { blockDoc } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { declareValueText, type Item } from "../printer/module.ts";
import { dataLiteral, declareData } from "../printer/typescript-data.ts";
import { typed } from "../printer/typescript-layout.ts";
import { type CodeGroup, factMembers } from "./code-groups.ts";
import { type CodeHash, chooseHash } from "./hash-search.ts";

export function declareCodeTable(groups: readonly CodeGroup[]): readonly Item[] {
  const hash = chooseHash(groups.flatMap(({ codes }) => codes));
  const isText = hasTextOfCodes(groups);
  const codes = isText ? "codesIn(group.codes)" : "group.codes";
  return [
    ...(hash === undefined ? mapLookup(codes) : hashLookup(hash, codes)),
    ...(isText ? [CODES_IN] : []),
    groupList(groups, isText),
  ];
}

/** Compilers parse and check one text with a code per line faster than a list; a list reads better while it is short. */
export function hasTextOfCodes(groups: readonly CodeGroup[]): boolean {
  const codes = groups.flatMap((group) => group.codes);
  // Each code has to fit into a line of the text, and to be a possible name of a member.
  return codes.length > LIST_LIMIT && codes.every((code) => /^[\w.:/-]+$/.test(code) && code !== "__proto__");
}

const LIST_LIMIT = 256;

const CODES_IN = declareFunction({
  name: "codesIn",
  isLocal: true,
  doc: "The lines of a text. Engines compare names of members with other strings faster than any two strings.",
  parameters: ["text: string"],
  returns: "string[]",
  body: [
    ["const members", typed(": Record<string, boolean>", ""), " = {};"],
    'for (const code of text.trim().split("\\n")) members[code] = true;',
    "return Object.keys(members);",
  ],
});

function hashLookup(hash: CodeHash, codes: string): readonly Item[] {
  const size = 2 ** hash.bits;
  const next = `slot = (slot + 1) % ${size};`;
  return [
    declareFunction({
      name: "groupOf",
      doc: "The group of a code, from an open-addressed hash table: its hash takes a few characters, where that of a Map takes all of them and a switch compares code after code.",
      parameters: ["code: string | undefined"],
      returns: "CodeGroup | undefined",
      body: [
        `if (code === undefined || code.length < ${hash.shortest}) return undefined;`,
        "if (slotCodes.length === 0) fillSlots();",
        "let slot = firstSlotOf(code);",
        blockDoc("while (slotCodes[slot] !== code) {", ['if (slotCodes[slot] === "") return undefined;', next]),
        "return slotGroups[slot];",
      ],
    }),
    declareFunction({
      name: "firstSlotOf",
      isLocal: true,
      parameters: ["code: string"],
      returns: "number",
      body: [
        "let hash = code.length;",
        ...hash.samples.map((at) => `hash = mix(hash, code.charCodeAt(${placeOf(at, hash)}));`),
        `return hash >>> ${32 - hash.bits};`,
      ],
    }),
    declareFunction({
      name: "mix",
      isLocal: true,
      parameters: ["hash: number", "character: number"],
      returns: "number",
      body: [`return Math.imul(hash ^ character, 0x${hash.multiplier.toString(16)});`],
    }),
    declareData({ name: "slotCodes", type: "string[]", doc: "The first lookup fills the table." }, () => []),
    declareData({ name: "slotGroups", type: "(CodeGroup | undefined)[]" }, () => []),
    declareFunction({
      name: "fillSlots",
      isLocal: true,
      parameters: [],
      returns: "void",
      body: [
        blockDoc(`while (slotCodes.length < ${size}) {`, ['slotCodes.push("");', "slotGroups.push(undefined);"]),
        blockDoc("for (const group of allGroups()) {", [
          blockDoc(`for (const code of ${codes}) {`, [
            "let slot = firstSlotOf(code);",
            `while (slotCodes[slot] !== "") ${next}`,
            "slotCodes[slot] = code;",
            "slotGroups[slot] = group;",
          ]),
        ]),
      ],
    }),
  ];
}

/** Only places beyond the shortest code need a check. */
function placeOf(at: number, { shortest }: CodeHash): string {
  if (at >= 0) return at < shortest ? String(at) : `Math.min(${at}, code.length - 1)`;
  return -at <= shortest ? `code.length - ${-at}` : `Math.max(code.length - ${-at}, 0)`;
}

const mapLookup = (codes: string): readonly Item[] => [
  declareFunction({
    name: "groupOf",
    doc: "The group of a code, from a map that the first lookup fills.",
    parameters: ["code: string | undefined"],
    returns: "CodeGroup | undefined",
    body: [
      "if (code === undefined) return undefined;",
      "if (groupByCode.size > 0) return groupByCode.get(code);",
      blockDoc("for (const group of allGroups()) {", [`for (const each of ${codes}) groupByCode.set(each, group);`]),
      "return groupByCode.get(code);",
    ],
  }),
  declareValueText("groupByCode", (hasTypes) => {
    return `const groupByCode = /* @__PURE__ */ new Map${hasTypes ? "<string, CodeGroup>" : ""}();`;
  }),
];

/** A function, so that an import of the module does not build the list. */
function groupList(groups: readonly CodeGroup[], isText: boolean): Item {
  const objects = groups.map((group) => {
    const { codes } = group;
    const list = isText ? `\`\n${codes.join("\n")}\n\`` : dataLiteral(codes, 6, "      codes: ".length, 1);
    const members = [...factMembers(group), `codes: ${list}`];
    return `    {\n${members.map((member) => `      ${member},\n`).join("")}    },\n`;
  });
  return declareValueText("allGroups", (hasTypes) => {
    return `function allGroups()${hasTypes ? ": CodeGroup[]" : ""} {\n  return [\n${objects.join("")}  ];\n}`;
  });
}
