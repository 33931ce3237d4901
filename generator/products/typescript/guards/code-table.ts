// Many codes become an open-addressed hash table of their facts, or a map where no few characters tell the codes apart.
import type { WireCode } from "../../../model/body-model.ts";
import { blockDoc } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { declareValueText, type Item } from "../printer/module.ts";
import { dataLiteral, declareData } from "../printer/typescript-data.ts";
import { type Doc, typed } from "../printer/typescript-layout.ts";
import type { CodeKind } from "../types/code-kind.ts";
import { WITH_CONSTANTS } from "./constant-lookup.ts";
import { type CodeHash, chooseHash, chooseIntegerHash, type IntegerHash } from "./hash-search.ts";
import { factMembers, type SharedFacts } from "./shared-facts.ts";

/** `hasConstants` says that each code has facts of its own. */
export function declareCodeTable(
  facts: readonly SharedFacts[],
  codeKind: CodeKind,
  hasConstants: boolean,
): readonly Item[] {
  const all = facts.flatMap(({ codes }) => codes);
  const isText = hasTextOfCodes(facts);
  const codes = isText ? "codesIn(facts.codes)" : "facts.codes";
  return [
    ...lookupOf(
      all,
      { codes, factsOf: (code) => (hasConstants ? `${WITH_CONSTANTS}(facts, ${code})` : "facts") },
      codeKind,
    ),
    ...(isText ? [codeKind === "number" ? INTEGERS_IN : CODES_IN] : []),
    factsList(facts, isText),
  ];
}

/** Expressions in a loop over the facts that codes share. */
interface Filling {
  readonly codes: string;
  /** The facts of one of the codes, by the name of its variable. */
  readonly factsOf: (code: string) => string;
}

function lookupOf(all: readonly WireCode[], filling: Filling, codeKind: CodeKind): readonly Item[] {
  switch (codeKind) {
    case "number":
      return integerLookup(chooseIntegerHash(all.map(Number)), filling);
    case "string":
      return textLookup(all, filling);
    case "string | number":
      return mapLookup(filling, codeKind);
    default:
      return codeKind satisfies never;
  }
}

/** Compilers parse and check one text with a code per line faster than a list, and one more code is one more line. */
export function hasTextOfCodes(facts: readonly SharedFacts[]): boolean {
  const codes = facts.flatMap((each) => each.codes);
  if (new Set(codes.map((code) => typeof code)).size > 1) return false;
  // Each code has to fit into a line of the text, and to be a possible name of a member.
  return codes.every((code) => typeof code === "number" || (/^[\w.:/-]+$/.test(code) && code !== "__proto__"));
}

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

const INTEGERS_IN = declareFunction({
  name: "codesIn",
  isLocal: true,
  doc: "The lines of a text as numbers.",
  parameters: ["text: string"],
  returns: "number[]",
  body: ['return text.trim().split("\\n").map(Number);'],
});

function textLookup(codes: readonly WireCode[], filling: Filling): readonly Item[] {
  const hash = chooseHash(codes.map(String));
  return hash === undefined ? mapLookup(filling, "string") : hashLookup(hash, filling);
}

function hashLookup(hash: CodeHash, filling: Filling): readonly Item[] {
  const lookup = {
    doc: "The facts of a code, from an open-addressed hash table: its hash takes a few characters, where that of a Map takes all of them and a switch compares code after code.",
    kind: "string",
    isNoCode: `code === undefined || code.length < ${hash.shortest}`,
    empty: '""',
    bits: hash.bits,
  } as const;
  return [
    ...openAddressed(lookup, filling, [
      "let hash = code.length;",
      ...hash.samples.map((at) => `hash = mix(hash, code.charCodeAt(${placeOf(at, hash)}));`),
      `return hash >>> ${32 - hash.bits};`,
    ]),
    declareFunction({
      name: "mix",
      isLocal: true,
      parameters: ["hash: number", "character: number"],
      returns: "number",
      body: [`return Math.imul(hash ^ character, ${hex(hash)});`],
    }),
  ];
}

function integerLookup(hash: IntegerHash, filling: Filling): readonly Item[] {
  const lookup = {
    doc: "The facts of a code, from an open-addressed hash table, where a Map has longer chains and a switch compares code after code.",
    kind: "number",
    isNoCode: "code === undefined",
    empty: "undefined",
    bits: hash.bits,
  } as const;
  return openAddressed(lookup, filling, [`return Math.imul(code, ${hex(hash)}) >>> ${32 - hash.bits};`]);
}

interface Lookup {
  readonly doc: string;
  readonly kind: "string" | "number";
  /** The condition of values that are in no slot. */
  readonly isNoCode: string;
  /** The code of a slot without a code. */
  readonly empty: string;
  readonly bits: number;
}

function openAddressed(
  { doc, kind, isNoCode, empty, bits }: Lookup,
  { codes, factsOf }: Filling,
  hash: readonly Doc[],
): readonly Item[] {
  const size = 2 ** bits;
  const next = `slot = (slot + 1) % ${size};`;
  return [
    declareFunction({
      name: "factsOf",
      doc,
      parameters: [`code: ${kind} | undefined`],
      returns: "SharedFacts | undefined",
      body: [
        `if (${isNoCode}) return undefined;`,
        "if (slotCodes.length === 0) fillSlots();",
        "let slot = firstSlotOf(code);",
        blockDoc("while (slotCodes[slot] !== code) {", [`if (slotCodes[slot] === ${empty}) return undefined;`, next]),
        "return slotFacts[slot];",
      ],
    }),
    declareFunction({
      name: "firstSlotOf",
      isLocal: true,
      parameters: [`code: ${kind}`],
      returns: "number",
      body: hash,
    }),
    declareData(
      {
        name: "slotCodes",
        type: kind === "string" ? "string[]" : "(number | undefined)[]",
        doc: "The first lookup fills the table.",
      },
      () => [],
    ),
    declareData({ name: "slotFacts", type: "(SharedFacts | undefined)[]" }, () => []),
    declareFunction({
      name: "fillSlots",
      isLocal: true,
      parameters: [],
      returns: "void",
      body: [
        blockDoc(`while (slotCodes.length < ${size}) {`, [`slotCodes.push(${empty});`, "slotFacts.push(undefined);"]),
        blockDoc("for (const facts of allFacts()) {", [
          blockDoc(`for (const code of ${codes}) {`, [
            "let slot = firstSlotOf(code);",
            `while (slotCodes[slot] !== ${empty}) ${next}`,
            "slotCodes[slot] = code;",
            `slotFacts[slot] = ${factsOf("code")};`,
          ]),
        ]),
      ],
    }),
  ];
}

function hex({ multiplier }: Pick<CodeHash, "multiplier">): string {
  return `0x${multiplier.toString(16)}`;
}

/** Only places beyond the shortest code need a check. */
function placeOf(at: number, { shortest }: CodeHash): string {
  if (at >= 0) return at < shortest ? String(at) : `Math.min(${at}, code.length - 1)`;
  return -at <= shortest ? `code.length - ${-at}` : `Math.max(code.length - ${-at}, 0)`;
}

const mapLookup = ({ codes, factsOf }: Filling, kind: CodeKind): readonly Item[] => [
  declareFunction({
    name: "factsOf",
    doc: "The facts of a code, from a map that the first lookup fills.",
    parameters: [`code: ${kind} | undefined`],
    returns: "SharedFacts | undefined",
    body: [
      "if (code === undefined) return undefined;",
      "if (factsByCode.size > 0) return factsByCode.get(code);",
      blockDoc("for (const facts of allFacts()) {", [
        `for (const each of ${codes}) factsByCode.set(each, ${factsOf("each")});`,
      ]),
      "return factsByCode.get(code);",
    ],
  }),
  declareValueText("factsByCode", (hasTypes) => {
    return `const factsByCode = /* @__PURE__ */ new Map${hasTypes ? `<${kind}, SharedFacts>` : ""}();`;
  }),
];

/** A function, so that an import of the module does not build the list. */
function factsList(facts: readonly SharedFacts[], isText: boolean): Item {
  const objects = facts.map((each) => {
    const { codes } = each;
    const list = isText ? `\`\n${codes.join("\n")}\n\`` : dataLiteral(codes, 6, "      codes: ".length, 1);
    const members = [...factMembers(each), `codes: ${list}`];
    return `    {\n${members.map((member) => `      ${member},\n`).join("")}    },\n`;
  });
  return declareValueText("allFacts", (hasTypes) => {
    return `function allFacts()${hasTypes ? ": SharedFacts[]" : ""} {\n  return [\n${objects.join("")}  ];\n}`;
  });
}
