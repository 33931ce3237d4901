// Codes become groups that have everything in common, and a function that finds the group of a code.

import { blockDoc } from "../printer/code.ts";
import { declareFunction, declareInterface } from "../printer/declarations.ts";
import { type Declaration, declareValueText } from "../printer/module.ts";
import { dataLiteral } from "../printer/typescript-data.ts";
import { typed } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { named } from "../printer/typescript-type.ts";
import { findSlots, type Slots } from "./hash-table.ts";

/** One error, as far as guards tell errors apart. */
export interface KnownCode {
  readonly code: string;
  readonly status: number;
  readonly retry: string | undefined;
  /** The name of the check of the members that only this error has. */
  readonly details: string | undefined;
}

/** Where no few characters tell the codes apart, a map finds them. */
export function declareGroups(known: readonly KnownCode[], retryType: string): readonly Declaration[] {
  const slots = findSlots(known.map(({ code }) => code));
  const hasRetries = known.some(({ retry }) => retry !== undefined);
  const hasDetails = known.some(({ details }) => details !== undefined);
  const isText = known.length > LIST_LIMIT && known.every(({ code }) => isPlainLine(code));
  const codes = isText ? "codesIn(group.codes)" : "group.codes";
  return [
    ...(slots === undefined ? mapFunctions(codes) : slotFunctions(slots, codes)),
    groupType(hasRetries ? retryType : undefined, hasDetails, isText ? "string" : "string[]"),
    groupList(known, isText),
    ...(isText ? [CODES_IN] : []),
  ];
}

/** A text with a code per line is one thing to parse and to check; a list reads better while it is short. */
const LIST_LIMIT = 256;

/** What can stand in a line of a text, and name a member of any object. */
function isPlainLine(code: string): boolean {
  return /^[\w.:/-]+$/.test(code) && code !== "__proto__";
}

const CODES_IN = declareFunction({
  name: "codesIn",
  isLocal: true,
  doc: "Each as the name of a member: of those there is one copy, which any code that was read is told from at once.",
  parameters: ["text: string"],
  returns: "string[]",
  body: [
    ["const members", typed(": Record<string, boolean>", ""), " = {};"],
    'for (const code of text.trim().split("\\n")) members[code] = true;',
    "return Object.keys(members);",
  ],
});

function slotFunctions(slots: Slots, codes: string): readonly Declaration[] {
  const next = `slot = (slot + 1) % ${2 ** slots.bits};`;
  return [
    declareFunction({
      name: "groupOf",
      isLocal: true,
      doc: "The group of a code. Some of its characters say which slot to look into; hardly ever does it take a second one.",
      parameters: ["code: string | undefined"],
      returns: "CodeGroup | undefined",
      body: [
        `if (code === undefined || code.length < ${slots.shortest}) return undefined;`,
        "if (slotCodes.length === 0) fillSlots();",
        "let slot = slotOfCode(code);",
        blockDoc("while (slotCodes[slot] !== code) {", ['if (slotCodes[slot] === "") return undefined;', next]),
        "return slotGroups[slot];",
      ],
    }),
    declareFunction({
      name: "slotOfCode",
      isLocal: true,
      doc: "The slot to look into first. The characters at these places tell the codes apart.",
      parameters: ["code: string"],
      returns: "number",
      body: [
        "let hash = code.length;",
        ...slots.samples.map((at) => `hash = mix(hash, code.charCodeAt(${placeOf(at, slots)}));`),
        `return hash >>> ${32 - slots.bits};`,
      ],
    }),
    declareFunction({
      name: "mix",
      isLocal: true,
      parameters: ["hash: number", "character: number"],
      returns: "number",
      body: [`return Math.imul(hash ^ character, 0x${slots.multiplier.toString(16)});`],
    }),
    declareValueText("slotCodes", (hasTypes) => {
      const comment = "/** By slot, as are their groups; filled when the first code is looked up. */";
      return `${comment}\nconst slotCodes${hasTypes ? ": string[]" : ""} = [];`;
    }),
    declareValueText("slotGroups", (hasTypes) => {
      return `const slotGroups${hasTypes ? ": (CodeGroup | undefined)[]" : ""} = [];`;
    }),
    declareFunction({
      name: "fillSlots",
      isLocal: true,
      parameters: [],
      returns: "void",
      body: [
        blockDoc(`while (slotCodes.length < ${2 ** slots.bits}) {`, [
          'slotCodes.push("");',
          "slotGroups.push(undefined);",
        ]),
        blockDoc("for (const group of allGroups()) {", [
          blockDoc(`for (const code of ${codes}) {`, [
            "let slot = slotOfCode(code);",
            `while (slotCodes[slot] !== "") ${next}`,
            "slotCodes[slot] = code;",
            "slotGroups[slot] = group;",
          ]),
        ]),
      ],
    }),
  ];
}

/** As far as the shortest code reaches, no place has to be checked. */
function placeOf(at: number, { shortest }: Slots): string {
  if (at >= 0) return at < shortest ? String(at) : `Math.min(${at}, code.length - 1)`;
  return -at <= shortest ? `code.length - ${-at}` : `Math.max(code.length - ${-at}, 0)`;
}

const mapFunctions = (codes: string): readonly Declaration[] => [
  declareFunction({
    name: "groupOf",
    isLocal: true,
    parameters: ["code: string | undefined"],
    returns: "CodeGroup | undefined",
    body: [
      "if (code === undefined) return undefined;",
      "if (groupByCode.size === 0) fillMap();",
      "return groupByCode.get(code);",
    ],
  }),
  declareValueText("groupByCode", (hasTypes) => {
    const types = hasTypes ? "<string, CodeGroup>" : "";
    return `/** Filled when the first code is looked up. */\nconst groupByCode = /* @__PURE__ */ new Map${types}();`;
  }),
  declareFunction({
    name: "fillMap",
    isLocal: true,
    parameters: [],
    returns: "void",
    body: [
      blockDoc("for (const group of allGroups()) {", [`for (const code of ${codes}) groupByCode.set(code, group);`]),
    ],
  }),
];

function groupType(retryType: string | undefined, hasDetails: boolean, codesType: string): Declaration {
  const member = (name: string, type: string, required: boolean) => ({ name, type: named(type), required });
  return declareInterface({
    name: "CodeGroup",
    isLocal: true,
    doc: "Codes that have all of this in common.",
    members: [
      member("status", "number", true),
      ...(retryType === undefined ? [] : [member("retry", retryType, false)]),
      ...(hasDetails ? [member("details", "Check", false)] : []),
      member("codes", codesType, true),
    ],
  });
}

/** In a function, so that importing the module does not make them yet. Plain lists are what compilers take least time to check. */
function groupList(known: readonly KnownCode[], isText: boolean): Declaration {
  const byKey = new Map<string, KnownCode[]>();
  for (const each of known) {
    const key = `${each.status} ${each.retry} ${each.details}`;
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, [each]);
    else group.push(each);
  }
  const sorted = [...byKey.values()].toSorted((a, b) => (a[0]?.status ?? 0) - (b[0]?.status ?? 0));
  const groups = sorted.map((group) => groupLiteral(group[0] as KnownCode, group, isText));
  return declareValueText("allGroups", (hasTypes) => {
    const type = hasTypes ? ": CodeGroup[]" : "";
    return `function allGroups()${type} {\n  return [\n${groups.join("")}  ];\n}`;
  });
}

function groupLiteral({ status, retry, details }: KnownCode, group: readonly KnownCode[], isText: boolean): string {
  const codes = group.map(({ code }) => code);
  const members = [
    `status: ${status}`,
    ...(retry === undefined ? [] : [`retry: ${stringLiteral(retry)}`]),
    ...(details === undefined ? [] : [`details: ${details}`]),
    `codes: ${isText ? `\`\n${codes.join("\n")}\n\`` : dataLiteral(codes, 6, "      codes: ".length, 1)}`,
  ];
  return `    {\n${members.map((member) => `      ${member},\n`).join("")}    },\n`;
}
