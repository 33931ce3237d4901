// A cloud service's errors: dotted codes with details, headers, operations, groups and examples, as many as asked for.
import { ENGLISH, PROBLEMS } from "./lexicon.ts";
import { at, createRandom, type Random } from "./random.ts";
import { type Files, flow, folded, scalar } from "./yaml-text.ts";

const RESOURCES =
  "Instance Disk Snapshot Image Vpc VSwitch SecurityGroup Bucket Object Queue Topic Subscription Function Service Alias Trigger Domain Certificate Cluster Node Pod Namespace Secret Key Policy Role User Account Order Invoice".split(
    " ",
  );
const KINDS = [
  "InvalidParameter",
  "Forbidden",
  "NotFound",
  "Conflict",
  "QuotaExceeded",
  "Throttling",
  "ServiceUnavailable",
];
const STATUS = [400, 403, 404, 409, 400, 429, 503];
const REGIONS = "Beijing Hangzhou Shanghai Singapore Tokyo Frankfurt London Virginia Sydney Mumbai".split(" ");

export function cloud(count = 2000): Files {
  const rows = Array.from({ length: count }, (_, index) => entry(index));
  return {
    "cloud.errors.yaml": `${HEAD}errors:\n${rows.map(({ text }) => text).join("")}${operations(rows)}${RETIRED}`,
  };
}

const HEAD = `# The errors of a made-up cloud.
errtable: 1
name: Cloud
title: Cloud
description: >-
  Errors of every service of the cloud.
version: 3.0.0
source: { url: https://cloud.example.com/errors, retrieved: 2026-11-23 }
documentation: https://cloud.example.com/errors?code={code}
body:
  code: /Code
  message: /Message
  properties:
    RequestId: { type: string, format: uuid, description: Identifies the request., example: 4c2c5fd5-6c45-4b0d-9d1d-6a2b8a0e5c11 }
    HostId: { type: string, description: The host that answered. }
    Recommend: { type: string, format: uri, description: Where to read on. }
  required: [RequestId]
  aliases:
    - { code: /errorCode, message: /errorMessage }
groups:
${RESOURCES.map((name) => `  ${name}: { title: ${name}, description: Errors of the resource ${name}. }`).join("\n")}
`;

const RETIRED = `retired:
  LimitExceeded: { since: 2.0.0, reason: Split by resource. }
  InternalError: { since: 3.0.0, reason: Renamed. }
`;

interface Entry {
  readonly code: string;
  readonly resource: string;
  readonly text: string;
}

function entry(index: number): Entry {
  const random = createRandom(index);
  const resource = at(RESOURCES, index);
  const kind = Math.floor(index / RESOURCES.length) % KINDS.length;
  const round = Math.floor(index / (RESOURCES.length * KINDS.length));
  const problem = round % PROBLEMS.length;
  const region = Math.floor(round / PROBLEMS.length);
  const code = [KINDS[kind], resource, pascal(at(PROBLEMS, problem)), ...place(region)].join(".");
  const lines = [`  ${code}:`, `    status: ${STATUS[kind]}`, ...message(resource, problem, region, kind, random)];
  const advice = `Check the ${resource} in the console, correct what the message names, and send the request again.`;
  lines.push(
    `    description: ${folded(`The ${resource} ${at(ENGLISH.problems, problem)}, as far as ${KINDS[kind]} goes.`, "      ")}`,
  );
  lines.push(`    solution: ${random.below(2) === 0 ? advice : folded(advice, "      ")}`);
  lines.push(`    group: ${resource}`, ...retry(kind), ...details(kind, random));
  return { code, resource, text: `${lines.join("\n")}\n` };
}

/** Beyond the regions' names, codes are numbered as availability zones are. */
function place(region: number): readonly string[] {
  if (region === 0) return [];
  const zone = Math.floor(region / REGIONS.length);
  return [at(REGIONS, region) + (zone === 0 ? "" : `-${zone}`)];
}

function message(resource: string, problem: number, region: number, kind: number, random: Random): readonly string[] {
  const tail = [KINDS[kind], ...place(region)].join(" ");
  const phrase = at(ENGLISH.problems, problem);
  const id = `      id: ${flow({ description: `The id of the ${resource}.`, example: `i-${random.below(9999)}` })}`;
  const count = `      count: ${flow({ description: "How many there are.", example: random.below(100) })}`;
  switch (random.below(4)) {
    case 0:
      return [`    message: ${scalar(`The specified ${resource} ${phrase} (${tail}).`)}`];
    case 1:
      return [`    message: ${scalar(`The ${resource} "%s" ${phrase} (${tail}).`)}`, "    params:", id];
    case 2:
      return [
        `    message: ${scalar(`The ${resource} "%s" ${phrase}: %d of them (${tail}).`)}`,
        "    params:",
        id,
        count,
      ];
    default:
      return [];
  }
}

function retry(kind: number): readonly string[] {
  if (KINDS[kind] === "ServiceUnavailable") return ["    retry: backoff"];
  if (KINDS[kind] !== "Throttling") return kind < 3 ? ["    retry: never"] : [];
  const schema = "schema: { type: integer, minimum: 0 }";
  return ["    retry: throttled", "    headers:", `      Retry-After: { description: Seconds to wait., ${schema} }`];
}

/** Every fourth quota or conflict tells more. */
function details(kind: number, random: Random): readonly string[] {
  if ((kind !== 3 && kind !== 4) || random.below(4) > 0) return [];
  const most = 10 + random.below(90);
  return [
    "    details:",
    "      type: object",
    "      properties:",
    "        Limit: { type: integer, minimum: 0, description: The limit. }",
    "        Used: { type: integer, minimum: 0, description: How much is used. }",
    "        Dimensions:",
    "          type: array",
    "          items: { type: object, properties: { Name: { type: string }, Value: { type: string } }, required: [Name] }",
    "      required: [Limit]",
    ...(random.below(2) === 0
      ? []
      : ["    links:", "      - { title: Quotas, url: https://cloud.example.com/quotas }"]),
    ...(random.below(2) === 0 ? [] : [`    since: 2.${most}.0`]),
  ];
}

function operations(rows: readonly Entry[]): string {
  const byResource = new Map<string, string[]>();
  for (const { resource, code } of rows) {
    const codes = byResource.get(resource);
    if (codes === undefined) byResource.set(resource, [code]);
    else codes.push(code);
  }
  const lines = Array.from(byResource, ([resource, codes]) => `  Describe${resource}s: [${codes.join(", ")}]\n`);
  return `operations:\n${lines.join("")}`;
}

function pascal(shouted: string): string {
  return shouted.toLowerCase().replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
