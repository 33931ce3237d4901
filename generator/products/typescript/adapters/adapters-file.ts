// A table becomes its adapters for frameworks: constants that hand its replies to the code of each framework.
import { adapterName } from "../names.ts";
import { callDoc } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { declareMade } from "../printer/declare-made.ts";
import type { Item, Module } from "../printer/module.ts";
import { typed } from "../printer/typescript-layout.ts";
import { type ImportedNames, importsFrom, type Plan } from "../product-plan.ts";
import { ADAPTERS, REQUEST_REPLY } from "../runtime.gen.ts";
import { hasRequired } from "../server/reply-file.ts";
import { typedEngine } from "../typed-engine.ts";
import type { AdapterConstant, AdapterName } from "./adapter-constant.ts";
import { declareOrpc, orpcTypes, rpcConstants } from "./rpc-maps.ts";

export function emitAdapters(plan: Plan): readonly Module[] {
  const chosen = ORDER.filter((name) => plan.options.adapters?.includes(name));
  if (chosen.length === 0) return [];
  const constants = chosen.flatMap((name) => constantsOf(name, plan).map((constant) => ({ name, ...constant })));
  const isWeb = constants.some(({ value }) => value === "replyFor");
  const needed = new Set(chosen.flatMap((name) => [...(NEEDED[name] ?? []), name]));
  return [
    ...(isWeb ? [typedEngine("request-reply", REQUEST_REPLY, REQUEST_IMPORTS, plan)] : []),
    ...ORDER.filter((name) => needed.has(name)).map((name) =>
      typedEngine(`${name}-adapter`, ADAPTERS[name], ENGINE_IMPORTS[name], plan),
    ),
    {
      name: "adapters",
      declarations: [
        ...importsFrom(
          {
            ...Object.fromEntries(
              chosen.map((name): readonly [string, ImportedNames] => [`${name}-adapter`, engineNames(name, plan)]),
            ),
            ...(isWeb
              ? {
                  reply: {
                    types: hasRequired(plan) ? [plan.names.replyOptions] : [],
                    values: [plan.names.toReply],
                  },
                  server: { types: ["Reply", "ReplyOptions"] },
                }
              : {}),
            ...(constants.some(({ value }) => value === "failureSource")
              ? { "failure-rows": { values: ["failureSource"] } }
              : {}),
            ...orpcTypes(plan, chosen),
          },
          plan,
        ),
        ...(isWeb ? [replier(plan)] : []),
        ...constants.map(({ end, doc, type, make, value }) =>
          declareMade({ name: adapterName(plan.names, end), doc, type, value: `${make}(${value})` }),
        ),
        ...(chosen.includes("orpc") ? declareOrpc(plan) : []),
      ],
    },
  ];
}

/** Engines stand before the ones that need them. */
const ORDER: readonly AdapterName[] = ["fetch", "node", "express", "fastify", "koa", "nest", "orpc", "trpc"];

const NEEDED: Readonly<Partial<Record<AdapterName, readonly AdapterName[]>>> = {
  express: ["node"],
  nest: ["node", "fastify"],
};

const REQUEST_IMPORTS = { server: { types: ["Reply", "ReplyOptions"] } };

const SHARED = { types: ["AdapterOptions", "ToReply"] };

const ENGINE_IMPORTS: Readonly<Record<AdapterName, Readonly<Record<string, ImportedNames>>>> = {
  fetch: { "request-reply": { ...SHARED, values: ["replyToRequest"] } },
  node: {
    "request-reply": { ...SHARED, values: ["replyToRequest", "staleHeaders"] },
    server: { types: ["Reply"] },
  },
  express: {
    "node-adapter": { types: ["NodeRequest", "NodeResponse"], values: ["nodeReplier"] },
    "request-reply": SHARED,
  },
  fastify: { "request-reply": { ...SHARED, values: ["replyToRequest", "staleHeaders"] } },
  koa: { "request-reply": { ...SHARED, values: ["replyToRequest", "staleHeaders"] } },
  nest: {
    "fastify-adapter": { types: ["FastifyReplyLike"], values: ["fastifyReply"] },
    "node-adapter": { types: ["NodeRequest", "NodeResponse"], values: ["nodeReplier"] },
    "request-reply": SHARED,
  },
  orpc: { server: { types: ["FailureSource"], values: ["shownFacts"] } },
  trpc: { server: { types: ["FailureSource"], values: ["factsIn", "shownFacts"] } },
};

function constantsOf(name: AdapterName, plan: Plan): readonly AdapterConstant[] {
  const value = "replyFor";
  switch (name) {
    case "fetch":
      return [
        {
          ...{ end: "FetchReply", doc: "The Response to any thrown value.", type: "FetchReply" },
          ...{ make: "fetchReplier", value },
        },
        {
          ...{ end: "FetchHandler", doc: "The handler, with a Response to any error that it throws." },
          ...{ type: "FetchHandler", make: "fetchHandling", value },
        },
      ];
    case "node":
      return [
        {
          ...{ end: "NodeReply", doc: "Answers to any thrown value, with a response of Node's module http." },
          ...{ type: "NodeReply", make: "nodeReplier", value },
        },
      ];
    case "express":
      return [{ ...handler("ExpressErrors", "An error handler of Express, which comes after all routes."), value }];
    case "fastify":
      return [{ ...handler("FastifyErrors", "An error handler of Fastify, for setErrorHandler."), value }];
    case "koa":
      return [{ ...handler("KoaErrors", "A middleware of Koa, which comes before all others."), value }];
    case "nest":
      return [{ ...handler("NestErrors", "A filter of NestJS, for useGlobalFilters."), value }];
    case "orpc":
    case "trpc":
      return rpcConstants(name, plan);
    default:
      return name satisfies never;
  }
}

function handler(end: string, doc: string): Omit<AdapterConstant, "value"> {
  return { end, doc, type: end, make: end.charAt(0).toLowerCase() + end.slice(1) };
}

function engineNames(name: AdapterName, plan: Plan): ImportedNames {
  const constants = constantsOf(name, plan);
  const types = constants.map(({ type }) => type.replace(/<.*/, ""));
  const values = constants.map(({ make }) => make);
  return name === "orpc"
    ? { types: [...types, "OrpcRow", "OrpcRows"], values: [...values, "orpcMap"] }
    : { types, values };
}

/** The options that a table requires of programs are its members of responses; the id of the request is always there. */
function replier(plan: Plan): Item {
  const { names } = plan;
  const needsCast = hasRequired(plan);
  return declareFunction({
    name: "replyFor",
    isLocal: true,
    parameters: ["error: unknown", "options: ReplyOptions"],
    returns: "Reply",
    body: needsCast
      ? [
          [`const all = options`, typed(` as ${names.replyOptions}`), ";"],
          ["return ", callDoc(names.toReply, ["error", "all"]), ";"],
        ]
      : [["return ", callDoc(names.toReply, ["error", "options"]), ";"]],
  });
}
