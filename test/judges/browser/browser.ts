// A real Chromium for the tests of pages, and the scripts that they load into it.
import { createRequire } from "node:module";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as launcher } from "playwright-core";

export type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** How long to wait for a page, in milliseconds: far longer than any machine needs. */
export const PATIENCE = 300_000;

/** One is launched per file of tests, which closes it at its end. */
export async function launchBrowser(): Promise<Browser> {
  return launcher.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((arg) => !/single-process|no-zygote/.test(arg)), "--no-sandbox", "--disable-gpu"],
    headless: true,
    timeout: PATIENCE,
  });
}

/** Where a file of a package is: "axe-core/axe.min.js". */
export function packageFile(name: string): string {
  return createRequire(import.meta.url).resolve(name);
}
