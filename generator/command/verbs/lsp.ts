// Serves editors over stdin and stdout, until the editor ends it.
import { createRequire } from "node:module";
import { type ServerConnection, startServer } from "../../language-server/server.ts";
import { diskHost } from "../../output/disk.ts";
import type { Streams } from "../session/questions.ts";

/** In the built package the library is one file in the same folder; checkouts have it among the packages of the build. */
const PLACE = import.meta.url.endsWith(".js")
  ? "./language-server.cjs"
  : "../../build/node_modules/vscode-languageserver/lib/node/main.js";

/** The part of the library that is used. It ends the process as the protocol says. */
interface Library {
  readonly createConnection: (
    input: Streams["input"],
    output: Streams["output"],
  ) => ServerConnection & { listen(): void };
  readonly ResponseError: new (code: number, message: string) => Error;
}

/** The protocol's numbers. */
const FAILURES = { cancelled: -32800, refused: -32803, invalid: -32602 } as const;

export function serveEditors({ input, output }: Streams, version: string): void {
  const { createConnection, ResponseError } = createRequire(import.meta.url)(PLACE) as Library;
  const connection = createConnection(input, output);
  // Paths are absolute in the protocol.
  const disk = diskHost("/");
  const failure = (reason: keyof typeof FAILURES, message: string): Error =>
    new ResponseError(FAILURES[reason], message);
  startServer(connection, { version, disk, failure });
  connection.listen();
}
