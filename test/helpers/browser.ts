// A real Chromium for the tests of pages: one per file, closed at its end.
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as launcher } from "playwright-core";

export async function launchBrowser(): Promise<Browser> {
  return launcher.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((arg) => !/single-process|no-zygote/.test(arg)), "--no-sandbox", "--disable-gpu"],
    headless: true,
  });
}
