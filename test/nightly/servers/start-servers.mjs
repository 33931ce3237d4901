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

/**
 * The servers by the names of their frameworks, each with its address and the way to end it. They throw what `errorOf` makes of
 * the last part of an address that begins with `path`.
 */
export async function startServers(shop, { path = "", errorOf = thrownAt(shop), options = OPTIONS } = {}) {
  const service = { shop, path, errorOf, options };
  return {
    express5: await startExpress(express, service),
    express4: await startExpress(express4, service),
    fastify: await startFastify(service),
    koa: await startKoa(service),
    hono: await startHono(service),
    "nest on express": await startNest(undefined, service),
    "nest on fastify": await startNest(new FastifyAdapter(), service),
    "node:http": await startNode(service),
  };
}

function fail() {
  throw new Error("secret of an option");
}

/** Handlers answer as if there were no options: each of them fails. */
const OPTIONS = { requestId: fail, instance: fail, translate: fail, onError: fail };

function thrownAt(shop) {
  return (route) => {
    if (route === "fresh") return new shop.FreshFailure();
    if (route === "empty") return new shop.EmptyFailure();
    return route === "other" ? new Error("secret") : new shop.OrderNotFoundFailure({ orderId: "B-1" });
  };
}

/** Later, where a route of this name is asked for. */
async function throwAt(route, { errorOf }) {
  if (route === "late") await new Promise((resolve) => setTimeout(resolve, 5));
  throw errorOf(route);
}

async function listen(server) {
  if (!server.listening) {
    server.listen(ANYWHERE);
    await once(server, "listening");
  }
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

function startExpress(make, service) {
  const app = make();
  app.get("/begun", (_, response) => {
    response.write("half");
    throw new Error("secret");
  });
  // Express 4 waits for no promise.
  app.get(`${service.path}/:route`, (request, _, next) => {
    if (request.params.route !== "late") throw service.errorOf(request.params.route);
    throwAt("late", service).catch(next);
  });
  app.use(service.shop.shopExpressErrors(service.options));
  // Handlers behind it are not asked, but for responses that have begun.
  app.use((_error, _request, _response, _next) => fail());
  return listen(createServer(app));
}

async function startFastify({ shop, path, options, ...service }) {
  const app = fastify();
  app.setErrorHandler(shop.shopFastifyErrors(options));
  app.get("/begun", async (_, reply) => {
    reply.raw.write("half");
    throw new Error("secret");
  });
  app.get(`${path}/:route`, (request) => throwAt(request.params.route, service));
  return { origin: await app.listen(ANYWHERE), close: () => app.close() };
}

function startKoa(service) {
  const app = new Koa();
  app.silent = true;
  // Another handler of errors fails after the reply is made.
  app.use(async (context, next) => {
    await next();
    if (context.path === "/after") fail();
  });
  app.use(service.shop.shopKoaErrors(service.options));
  app.use(async (context) => {
    if (context.path !== "/begun") await throwAt(lastPart(context.path), service);
    context.res.write("half");
    throw new Error("secret");
  });
  return listen(createServer(app.callback()));
}

async function startHono({ shop, path, options, ...service }) {
  const app = new Hono();
  app.onError((error, context) => shop.shopFetchReply(error, context.req.raw, options));
  app.get("/begun", () => {
    const start = (controller) => {
      controller.enqueue(new TextEncoder().encode("half"));
      setTimeout(() => controller.error(new Error("secret")), 10);
    };
    return new Response(new ReadableStream({ start }));
  });
  app.get(`${path}/:route`, (context) => throwAt(context.req.param("route"), service));
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  if (!server.listening) await once(server, "listening");
  return listen(server);
}

async function startNest(adapter, { shop, path, options: replyOptions, ...service }) {
  class Orders {
    get(route, response) {
      if (route === "begun") (response.raw ?? response).write("half");
      return throwAt(route, service);
    }
  }
  Get(`${path}/:route`)(Orders.prototype, "get", Object.getOwnPropertyDescriptor(Orders.prototype, "get"));
  Param("route")(Orders.prototype, "get", 0);
  Res()(Orders.prototype, "get", 1);
  Controller()(Orders);
  class App {}
  Module({ controllers: [Orders] })(App);
  const options = { logger: false };
  const app = await (adapter ? NestFactory.create(App, adapter, options) : NestFactory.create(App, options));
  app.useGlobalFilters(shop.shopNestErrors(replyOptions));
  await app.listen(0, "127.0.0.1");
  return { origin: await app.getUrl(), close: () => app.close() };
}

function startNode(service) {
  const answer = async (request, response) => {
    try {
      const route = lastPart(request.url);
      if (route === "begun") response.write("half");
      await throwAt(route, service);
    } catch (error) {
      service.shop.shopNodeReply(error, request, response, service.options);
    }
  };
  return listen(createServer(answer));
}

function lastPart(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
