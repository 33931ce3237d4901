// Runs the sources in a checkout: npm changes to the root of the project, so the caller's folder is restored first.
import { chdir, env } from "node:process";

if (env.INIT_CWD) chdir(env.INIT_CWD);
await import("../cli.ts");
