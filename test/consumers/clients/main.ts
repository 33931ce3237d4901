// All clients ask for every error, and what they made of it is printed by code.
import { askWithClient } from "./fc2.js";
import { askWithFetch } from "./fetch.js";
import { askWithReceivers } from "./received.js";
import { params, startServer } from "./server.js";

const server = await startServer();
for (const [code, sent] of Object.entries(params)) {
  const client = await askWithClient(server.url, code);
  const canonical = await askWithFetch(`${server.url}/other/${code}`);
  const respelled = await askWithFetch(`${server.url}/2016-08-15/services/${code}`);
  const received = await askWithReceivers(`${server.url}/other/${code}`);
  console.log(JSON.stringify({ code, sent, client, canonical, respelled, received }));
}
server.stop();
