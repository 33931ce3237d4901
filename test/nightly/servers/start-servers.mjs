// Each framework starts a server whose routes throw errors of the table, a foreign error, and an error in the middle of a response.
import "reflect-metadata";
import { once } from "node:events";
import { createServer } from "node:http";
import { serve } from "@hono/node-server";
import { Controller, Get, Module, Param, Res } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { FastifyAdapter } from "@nestjs/platform-fastify";
import express from "express";
import express4 from "express4";
import fastify from "fastify";
import { Hono } from "hono";
import Koa from "koa";

const ANYWHERE = { port: 0, host: "127.0.0.1" };

/** The servers by the names of their frameworks, each with its address and the way to end it. */
export async function startServers(shop) {
  return {
    express5: await startExpress(express, shop),
    express4: await startExpress(express4, shop),
    fastify: await startFastify(shop),
    koa: await startKoa(shop),
    hono: await startHono(shop),
    "nest on express": await startNest(undefined, shop),
    "nest on fastify": await startNest(new FastifyAdapter(), shop),
  };
}

function fail() {
  throw new Error("secret of an option");
}

/** Handlers answer as if there were no options: each of them fails. */
const OPTIONS = { requestId: fail, instance: fail, translate: fail, onError: fail };

function thrownAt(route, shop) {
  if (route === "fresh") return new shop.FreshFailure();
  return route === "other" ? new Error("secret") : new shop.OrderNotFoundFailure({ orderId: "B-1" });
}

/** Later, where a route of this name is asked for. */
async function throwAt(route, shop) {
  if (route === "late") await new Promise((resolve) => setTimeout(resolve, 5));
  throw thrownAt(route, shop);
}

async function listen(server) {
  if (!server.listening) {
    server.listen(ANYWHERE);
    await once(server, "listening");
  }
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

function startExpress(make, shop) {
  const app = make();
  app.get("/begun", (_, response) => {
    response.write("half");
    throw new Error("secret");
  });
  // Express 4 waits for no promise.
  app.get("/:route", (request, _, next) => {
    if (request.params.route !== "late") throw thrownAt(request.params.route, shop);
    throwAt("late", shop).catch(next);
  });
  app.use(shop.shopExpressErrors(OPTIONS));
  return listen(createServer(app));
}

async function startFastify(shop) {
  const app = fastify();
  app.setErrorHandler(shop.shopFastifyErrors(OPTIONS));
  app.get("/begun", async (_, reply) => {
    reply.raw.write("half");
    throw new Error("secret");
  });
  app.get("/:route", (request) => throwAt(request.params.route, shop));
  return { origin: await app.listen(ANYWHERE), close: () => app.close() };
}

function startKoa(shop) {
  const app = new Koa();
  app.silent = true;
  app.use(shop.shopKoaErrors(OPTIONS));
  app.use(async (context) => {
    if (context.path !== "/begun") await throwAt(context.path.slice(1), shop);
    context.res.write("half");
    throw new Error("secret");
  });
  return listen(createServer(app.callback()));
}

async function startHono(shop) {
  const app = new Hono();
  app.onError((error, context) => shop.shopFetchReply(error, context.req.raw, OPTIONS));
  app.get("/begun", () => {
    const start = (controller) => {
      controller.enqueue(new TextEncoder().encode("half"));
      setTimeout(() => controller.error(new Error("secret")), 10);
    };
    return new Response(new ReadableStream({ start }));
  });
  app.get("/:route", (context) => throwAt(context.req.param("route"), shop));
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  if (!server.listening) await once(server, "listening");
  return listen(server);
}

async function startNest(adapter, shop) {
  class Orders {
    get(route, response) {
      if (route === "begun") (response.raw ?? response).write("half");
      return throwAt(route, shop);
    }
  }
  Get(":route")(Orders.prototype, "get", Object.getOwnPropertyDescriptor(Orders.prototype, "get"));
  Param("route")(Orders.prototype, "get", 0);
  Res()(Orders.prototype, "get", 1);
  Controller()(Orders);
  class App {}
  Module({ controllers: [Orders] })(App);
  const options = { logger: false };
  const app = await (adapter ? NestFactory.create(App, adapter, options) : NestFactory.create(App, options));
  app.useGlobalFilters(shop.shopNestErrors(OPTIONS));
  await app.listen(0, "127.0.0.1");
  return { origin: await app.getUrl(), close: () => app.close() };
}
