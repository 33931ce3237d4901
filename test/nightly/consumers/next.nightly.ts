// Next builds a page, a component of the browser and a route that use generated code, by both of its bundlers.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ANSWER, CALL, NAMES, run, tool, writeProject } from "./consumer.ts";

/** As create-next-app writes it. */
const TSCONFIG = {
  compilerOptions: {
    target: "ES2017",
    lib: ["dom", "dom.iterable", "esnext"],
    allowJs: true,
    skipLibCheck: true,
    strict: true,
    noEmit: true,
    esModuleInterop: true,
    module: "esnext",
    moduleResolution: "bundler",
    resolveJsonModule: true,
    isolatedModules: true,
    jsx: "react-jsx",
    incremental: true,
    plugins: [{ name: "next" }],
    paths: { "@/*": ["./*"] },
  },
  include: ["next-env.d.ts", "**/*.ts", "**/*.tsx", ".next/types/**/*.ts", ".next/dev/types/**/*.ts", "**/*.mts"],
  exclude: ["node_modules"],
};
const IMPORT = `import ${NAMES} from "@/errors";`;
const FILES = {
  "tsconfig.json": JSON.stringify(TSCONFIG),
  "next.config.ts":
    'import type { NextConfig } from "next";\nconst config: NextConfig = { cacheComponents: true, turbopack: { root: "../../../.." } };\nexport default config;\n',
  "app/layout.tsx":
    'export default function Layout({ children }: { children: React.ReactNode }) { return <html lang="en"><body>{children}</body></html>; }\n',
  "app/page.tsx": `${IMPORT}\nimport { Told } from "./told";\n${CALL}\nexport default function Page() { return <main><p>server {told}</p><Told /></main>; }\n`,
  "app/told.tsx": `"use client";\n${IMPORT}\n${CALL}\nexport function Told() { return <p>client {told}</p>; }\n`,
  "app/told/route.ts": `${IMPORT}\n${CALL}\nexport async function GET() { return Response.json({ told }); }\n`,
};

// Turbopack follows no links out of its root, so that the project lies below the packages.
const here = join(import.meta.dirname, ".work");
mkdirSync(here, { recursive: true });
const work = mkdtempSync(join(here, "next-"));
afterAll(() => rmSync(here, { recursive: true, force: true }));

test.each(["--webpack", "--turbopack"])("next build %s", async (bundler) => {
  const folder = join(work, bundler.slice(2));
  await writeProject(folder, { name: "shop", private: true }, FILES, { errors: { importExtension: "" } });
  run(folder, [tool("next/dist/bin/next"), "build", bundler]);
  const page = readFileSync(join(folder, ".next/server/app/index.html"), "utf8").replaceAll("<!-- -->", "");
  expect(page).toContain(`server ${ANSWER}`);
  expect(page).toContain(`client ${ANSWER}`);
  expect(readFileSync(join(folder, ".next/server/app/told.body"), "utf8")).toBe(JSON.stringify({ told: ANSWER }));
});
