// The error centre in a real browser: search, decoding and copying work, everybody can use it, and it runs and requests nothing else.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decoderTable } from "../../../generator/decode/decoder-table.ts";
import type { Model } from "../../../generator/model/model.ts";
import { FORMS_SCRIPT, FULL_SCRIPT, SCRIPT, STYLE } from "../../../generator/products/docs/centre/page/centre.gen.ts";
import { centreData } from "../../../generator/products/docs/centre/page/page-data.ts";
import { label, languagesOf } from "../../../generator/products/docs/centre/page/page-texts.ts";
import { localizedTables } from "../../../generator/products/docs/fragments/localized-table.ts";
import { makeFiles } from "../../../generator/products/index.ts";
import type { DocsOptions } from "../../../generator/products/options.gen.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { functionCompute, pastedErrors } from "../../helpers/pasted-errors.ts";
import { writeProduct } from "../../helpers/typescript-files.ts";
import {
  type Browser,
  type BrowserContextOptions,
  launchBrowser,
  PATIENCE,
  type Page,
  packageFile,
} from "../../judges/browser/browser.ts";
import { diagnose } from "../../judges/compilers/compilers.ts";

const AXE = readFileSync(packageFile("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const OPAQUE = ["InvalidArgument", "AccessDenied", "ResourceExhausted", "ResourceThrottled"];

const folder = mkdtempSync(join(tmpdir(), "errtable-centre-"));
let browser: Browser;
let centre = "";

beforeAll(async () => {
  browser = await launchBrowser();
  centre = await write("centre", functionCompute);
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function htmlOf(model: Model): Promise<string> {
  const [file] = await makeFiles({ kind: "docs", options: { formats: ["error-centre"] } }, model);
  expect(file?.path).toBe("errors.html");
  return file?.text ?? "";
}

async function write(name: string, model: Model): Promise<string> {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, await htmlOf(model));
  return pathToFileURL(path).href;
}

/** The findings of a compiler in a program that has the copied condition, and the copied arm in a match. */
async function findingsIn(model: Model, key: string, guard: string, arm: string): Promise<string> {
  const project = mkdtempSync(join(folder, "copied-"));
  await writeProduct(model, join(project, "errors/typescript"), { importExtension: ".js" });
  const { name } = model;
  const others = model.errors.map(({ wireCode }) => JSON.stringify(String(wireCode))).filter((other) => other !== key);
  const arms = [arm.trimEnd(), ...others.map((other) => `${other}: () => undefined,`), "otherwise: () => undefined,"];
  const imported = `match${name}Error, parse${name}Message, type ${name}Error`;
  const match = `import { ${imported} } from "./errors/typescript/index.js";\nexport function show(body: ${name}Error): unknown {\n  void parse${name}Message;\n  return match${name}Error(body, {\n${arms.join("\n")}\n});\n}\n`;
  const lines = guard.split("\n\n");
  writeFileSync(join(project, "guard.ts"), `${lines[0]}\nconst body: unknown = JSON.parse("{}");\n${lines[1]}`);
  writeFileSync(join(project, "match.ts"), match);
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
  const compilerOptions = { target: "es2022", lib: ["es2022", "dom"], module: "nodenext", strict: true, noEmit: true };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...compilerOptions, types: [] } }));
  return (await diagnose("typescript", ["."], project)).join("").trim();
}

interface Visit {
  readonly page: Page;
  /** The addresses that the page requested, and its messages and errors in the console. */
  readonly requests: string[];
  readonly complaints: string[];
}

async function withPage(url: string, use: (visit: Visit) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  try {
    await page.goto(url);
    await use({ page, requests, complaints });
  } finally {
    await context.close();
  }
}

/** The text of an open article. Far from the window it is not laid out, and has no text until then. */
async function textOf(page: Page, selector: string): Promise<string> {
  await page.locator(selector).scrollIntoViewIfNeeded();
  const closed = page.locator(`${selector} > details:not([open]) > summary`);
  if ((await closed.count()) > 0) await closed.click();
  await expect.poll(() => page.locator(selector).innerText()).not.toBe("");
  return page.locator(selector).innerText();
}

function shown(page: Page): Promise<readonly (string | null)[]> {
  return page
    .locator("main article:visible")
    .evaluateAll((all) => all.map((one) => one.getAttribute("data-code") ?? one.id));
}

/** Runs in the page: decodes each text at once, and reads the result from the page. */
async function decodeAll(page: Page, texts: readonly string[]) {
  return page.evaluate((all) => {
    const paste = document.querySelector("textarea") as HTMLTextAreaElement;
    return all.map((text) => {
      paste.value = text;
      paste.dispatchEvent(new Event("change"));
      const cards = [...document.querySelectorAll(".candidate")];
      return {
        codes: cards.map((card) => card.querySelector(".name code")?.textContent ?? ""),
        values: [...(cards[0]?.querySelectorAll(".values dt") ?? [])].map((name) => [
          name.textContent,
          name.nextElementSibling?.textContent,
        ]),
        marks: [...(cards[0]?.querySelectorAll("mark") ?? [])].map((mark) => mark.textContent),
        verdict: document.querySelector(".verdict")?.textContent ?? "",
      };
    });
  }, texts);
}

test("the page is small, as it travels: compressed", async () => {
  const compressed = (text: string) => gzipSync(text, { level: 9 }).length;
  // The style and the script, which all pages share; then a page with fifteen errors in two languages.
  expect(compressed(STYLE + SCRIPT)).toBeLessThanOrEqual(12_288);
  expect(compressed(await htmlOf(modelOf({ errors: {} })))).toBeLessThanOrEqual(13_900);
  expect(compressed(await htmlOf(functionCompute))).toBeLessThanOrEqual(20_000);
  // The scripts of other tables, which are as small as what they decode lets them be.
  expect(compressed(STYLE + FORMS_SCRIPT)).toBeLessThanOrEqual(12_900);
  expect(compressed(STYLE + FULL_SCRIPT)).toBeLessThanOrEqual(16_300);
});

test("filters are hidden where they could hide nothing", async () => {
  const url = await write("two", modelOf({ errors: { A: { description: "A." }, B: { description: "B." } } }));
  await withPage(url, async ({ page }) => {
    expect(await page.isVisible(".filters")).toBe(false);
    await page.fill("input[type=search]", "b.");
    expect(await shown(page)).toEqual(["B"]);
  });
  const status = await write("statuses", modelOf({ errors: { A: { status: 400 }, B: { status: 404 } } }));
  await withPage(status, async ({ page }) => expect(await page.isVisible(".filters")).toBe(true));
});

test("the data for the script is JSON, with the words that a language changes", () => {
  const table = decoderTable(modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml"));
  const languages = languagesOf(["en", "de"].map(localizedTables(functionCompute, {})));
  const labels = centreData(functionCompute, languages, [label(languages, "cause")]);
  expect(labels.locales.map(({ words }) => words)).toEqual([undefined, { cause: "Ursache" }]);
  const data = { ...labels, table };
  expect(table.errors.some(({ types }) => types.some((type) => type !== "string"))).toBe(true);
  expect(JSON.parse(JSON.stringify(data))).toEqual(data);
});

test("the page has words in the languages that fragments have, and those of a configuration", async () => {
  const model = modelOf({ errors: { Lost: { status: 404, solution: "Look again." } }, retired: { Gone: {} } });
  const options: DocsOptions = {
    formats: ["error-centre"],
    locales: ["de", "ja"],
    labels: { de: { solution: "Abhilfe" } },
  };
  const [file] = await makeFiles({ kind: "docs", options }, model);
  for (const words of ["Fehler entschlüsseln", "Abhilfe", "Nicht mehr verwendete Codes", "エラーを解読", "対処方法"])
    expect(file?.text).toContain(words);
  for (const words of ["Decode an error", "Solution"]) expect(file?.text).not.toContain(words);
});

describe("reading", () => {
  test("requests nothing, and can run no other script", async () => {
    await withPage(centre, async ({ page, requests, complaints }) => {
      expect(await shown(page)).toHaveLength(15);
      const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
      expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; /);
      // The page evaluates this as it would evaluate an injected script.
      const ran = await page.evaluate(async () => {
        const script = document.createElement("script");
        try {
          script.textContent = "window.ran = true";
        } catch {}
        document.body.append(script);
        const asked = await fetch("data:text/plain,x").then(
          () => true,
          () => false,
        );
        return [(window as { ran?: boolean }).ran === true, asked];
      });
      expect(ran).toEqual([false, false]);
      expect(requests.filter((url) => !url.startsWith("data:"))).toEqual([centre]);
      expect(complaints.filter((text) => !/Content Security Policy|Trusted|document's CSP/i.test(text))).toEqual([]);
    });
  });

  test("is complete without its script, in every language", async () => {
    await withPage(
      centre,
      async ({ page }) => {
        expect(await page.locator("main article:visible").count()).toBe(15);
        expect(await page.locator("nav a").allInnerTexts()).toContain("Resources");
        const text = await textOf(page, "#AliasNotFound");
        for (const words of [
          "404 Not Found",
          "alias '{aliasName}' of service '{serviceName}' does not exist",
          "Create an alias.",
        ])
          expect(text).toContain(words);
        expect(text).not.toContain("别名");
        expect(await page.locator("input[type=search]:visible, textarea:visible, button:visible").count()).toBe(0);
        await page.locator("input[value=zh-CN]").check();
        expect(await textOf(page, "#AliasNotFound")).toContain("别名");
      },
      { javaScriptEnabled: false },
    );
  });

  test("an address opens the whole error without the script", async () => {
    const url = await write("disks-alone", modelOfFile("test/cases/docs-cases/disks.errors.yaml"));
    await withPage(
      `${url}#OperationDenied`,
      async ({ page }) => {
        await expect.poll(() => page.locator("[id=OperationDenied] dd .badge").first().isVisible()).toBe(true);
        const statuses = page.locator("[id='OperationDenied.quota'] .status");
        expect(await statuses.innerText()).toBe("409 Conflict, 429 Too Many Requests");
      },
      { javaScriptEnabled: false },
    );
  });

  test("links lead to codes in any case and to retired codes, and suggest a code for an unknown one", async () => {
    const url = await write(
      "retired",
      withCodes(["odd code%", "OrderNotFound"], {
        errors: { OrderNotFound: { status: 404, description: "Not there." }, Odd: { status: 400 } },
        retired: { OrderLost: { since: "2.0.0", replacedBy: "OrderNotFound", reason: "It was *found*." } },
      }),
    );
    await withPage(`${centre}#aliasnotfound`, async ({ page }) => {
      await expect
        .poll(() => page.evaluate(() => document.querySelector("#AliasNotFound")?.getBoundingClientRect().top))
        .toBeLessThan(100);
      await page.goto(`${centre}#ALIASNOTFOUND`);
      await expect.poll(() => page.evaluate(() => document.querySelector(":target")?.id)).toBe("AliasNotFound");
      await page.goto(`${centre}#AliasNotFond`);
      expect(await page.locator(".count").textContent()).toContain("AliasNotFond");
      expect(await page.locator(".nearest a").first().textContent()).toBe("AliasNotFound");
    });
    await withPage(`${url}#OrderLost`, async ({ page }) => {
      const text = await page.locator(":target").innerText();
      expect(text).toContain("No longer used since 2.0.0.");
      expect(text).toContain("It was found.");
      await page.locator("article.gone a[href='#OrderNotFound']").click();
      expect(await page.locator(":target").getAttribute("id")).toBe("OrderNotFound");
      await page.locator("summary", { hasText: "odd code%" }).click();
      await page.locator("footer a", { hasText: "#odd code%" }).click();
      expect(await page.locator(":target").getAttribute("data-code")).toBe("odd code%");
      expect((await decodeAll(page, ['{"code":"OrderLost"}']))[0]?.codes).toEqual(["OrderLost"]);
    });
  });
});

/** A table cannot have such codes, but the page does not rely on that. */
function withCodes(codes: readonly string[], table: Parameters<typeof modelOf>[0]): Model {
  const model = modelOf(table);
  return { ...model, errors: model.errors.map((error, index) => ({ ...error, code: codes[index] ?? error.code })) };
}

describe("searching", () => {
  test("by words and filters, with an address and a history", async () => {
    await withPage(centre, async ({ page }) => {
      const search = page.getByRole("searchbox", { name: "Search" });
      await search.pressSequentially("alias create");
      expect(await shown(page)).toEqual(["AliasNotFound"]);
      await expect.poll(() => page.url()).toBe(`${centre}#q=alias+create`);
      await expect.poll(() => page.locator(".count").textContent()).toBe("1 of 15 errors");
      await search.fill("");
      await search.blur();
      await page.getByLabel("5xx").check();
      expect(await shown(page)).toEqual(["ResourceThrottled", "InternalServerError"]);
      await page.getByLabel("After a delay").check();
      expect(await shown(page)).toEqual(["InternalServerError"]);
      await expect.poll(() => page.url()).toBe(`${centre}#status=5xx&retry=backoff`);
      await page.goBack();
      await expect.poll(async () => (await shown(page)).length).toBe(2);
      expect(await page.getByLabel("After a delay").isChecked()).toBe(false);
      await page.reload();
      expect((await shown(page)).length).toBe(2);
      await page.getByRole("button", { name: "Reset" }).click();
      expect((await shown(page)).length).toBe(15);
      await search.fill("aliasnotfond");
      expect(await shown(page)).toEqual([]);
      expect(await page.locator(".count").textContent()).toBe("No error matches.");
      await page.locator(".nearest a", { hasText: "AliasNotFound" }).click();
      await expect.poll(() => page.locator(":target").isVisible()).toBe(true);
    });
  });

  test("with counts of the filters that follow it, and with retired codes", async () => {
    const retired = { OrderLost: { since: "2.0.0", reason: "Orders are never lost." } };
    const errors = {
      OrderNotFound: { status: 404, description: "No order.", retry: "never" },
      OrderLocked: { status: 423, description: "Another request holds the order.", retry: "backoff" },
      CardNotFound: { status: 404, description: "No card.", retry: "never" },
    };
    await withPage(await write("counts", modelOf({ errors, retired })), async ({ page }) => {
      const counts = () =>
        page.evaluate(() =>
          Object.fromEntries(
            [...document.querySelectorAll<HTMLInputElement>(".filters input")].map((box) => [
              box.value,
              box.parentElement?.querySelector("small")?.textContent,
            ]),
          ),
        );
      expect(await counts()).toEqual({ 404: "2", 423: "1", never: "2", backoff: "1" });
      await page.fill("#-search", "card");
      expect(await counts()).toEqual({ 404: "1", 423: "0", never: "1", backoff: "0" });
      await page.fill("#-search", "");
      await page.getByLabel("404 Not Found").check();
      // The other statuses remain alternatives.
      expect(await counts()).toEqual({ 404: "2", 423: "1", never: "2", backoff: "0" });
      await page.getByRole("button", { name: "Reset" }).click();
      await page.fill("#-search", "lost");
      expect(await shown(page)).toEqual(["OrderLost"]);
      await expect.poll(() => page.locator(".count").textContent()).toBe("0 of 3 errors. Retired codes: 1.");
    });
  });

  test("stays in view on a phone, with the results before the decoder's panel", async () => {
    const errors = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`Code${index}`, { status: 404, message: `number ${index} is gone` }]),
    );
    await withPage(
      await write("phone", modelOf({ errors })),
      async ({ page }) => {
        expect(await page.locator("textarea:visible").count()).toBe(0);
        await page.locator("article").nth(40).scrollIntoViewIfNeeded();
        expect(await page.locator("#-search").boundingBox()).toMatchObject({ y: expect.closeTo(10, -1.3) });
        await page.goto(`${page.url()}#Code50`);
        const seen = await page.evaluate(() => {
          const summary = document.querySelector("[id=Code50] h3") as HTMLElement;
          const { top, left } = summary.getBoundingClientRect();
          return summary.contains(document.elementFromPoint(left + 2, top + 6));
        });
        expect(seen).toBe(true);
        expect(await page.locator("[id=Code50] > details[open]").count()).toBe(1);
        // A search begins at its results, wherever the page was.
        await page.locator("#-search").focus();
        await page.keyboard.type("gone");
        const results = await page.evaluate(() => document.querySelector("article")?.getBoundingClientRect().top);
        expect(results).toBeGreaterThan(50);
        expect(results).toBeLessThan(400);
        expect(await page.evaluate(() => document.activeElement?.id)).toBe("-search");
      },
      { viewport: { width: 375, height: 700 } },
    );
  });

  test("a page of many errors has its height before they are laid out, in windows of any width", async () => {
    const errors = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [`Code${index}`, { status: 404, message: `number ${index} is gone` }]),
    );
    const url = await write("many", modelOf({ errors }));
    for (const width of [375, 1280])
      await withPage(
        url,
        async ({ page }) => {
          const heights = await page.evaluate(async () => {
            const root = document.documentElement;
            const seen = [root.scrollHeight];
            for (let y = 0; y < root.scrollHeight; y += 500) {
              scrollTo(0, y);
              await new Promise(requestAnimationFrame);
            }
            return [...seen, root.scrollHeight];
          });
          expect(heights[0]).toBe(heights[1]);
        },
        { viewport: { width, height: 700 } },
      );
  });

  test("in another language", async () => {
    await withPage(centre, async ({ page }) => {
      await page.locator("input[value=zh-CN]").check();
      await expect.poll(() => page.url()).toBe(`${centre}#lang=zh-CN`);
      expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual([
        "zh-CN",
        "函数计算错误码",
      ]);
      const text = await textOf(page, "#AliasNotFound");
      expect(text).toContain("原因");
      expect(text).not.toContain("Create an alias");
      const [best] = await decodeAll(page, ["不支持对“/x”执行“PATCH”"]);
      expect(best).toMatchObject({ codes: ["PathNotSupported"], marks: ["/x", "PATCH"] });
      await page.reload();
      expect(await page.locator("h1").innerText()).toBe("函数计算错误码");
      await page.goBack();
      await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe("en");
    });
  });
});

test("in a language that runs from right to left, English words keep their order", async () => {
  const model = modelOf({ errors: { Lost: { status: 404, message: "it is lost" } } });
  const page = { ...model, locales: ["en", "ar"] };
  // Where a rule names no part of the page, a browser looks for the languages in all errors whenever some come near the window.
  expect(await htmlOf(page)).not.toMatch(/[\s,{}>]:has\(/);
  await withPage(`${await write("arabic", page)}#Lost&lang=ar`, async ({ page, complaints }) => {
    const places = await page.evaluate(() => {
      const leftOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().left ?? 0;
      return [leftOf("#Lost .status"), leftOf("#Lost .status span"), leftOf("#Lost h3 code")];
    });
    const [status = 0, phrase = 0, code = 0] = places;
    expect(phrase).toBeGreaterThan(status + 20);
    expect(code).toBeGreaterThan(phrase);
    expect(complaints).toEqual([]);
  });
});

test("texts without a translation are shown, with a mark of their language", async () => {
  const url = await write("fallback", modelOfFile("test/cases/kitchen-sink/kitchen-sink.errors.yaml"));
  await withPage(`${url}#lang=de`, async ({ page, complaints }) => {
    expect(await page.locator("article [data-l='0']:visible").count()).toBe(0);
    const texts = [
      "The stock keeping unit that was asked for.",
      "The item was sold.",
      "The revision of the shelf that was searched.",
    ];
    for (const text of texts) {
      const marked = page.locator(`article [lang=en]:has(> sup)`, { hasText: text }).first();
      expect(await marked.textContent(), text).toBe(`${text} en`);
      expect(
        await marked.locator("sup").evaluate((mark) => mark.closest("[hidden]") ?? getComputedStyle(mark).display),
      ).toBe("inline");
    }
    // A mark stands on the last line of its text, and is hidden while its language is the chosen one.
    const blocks = page.locator("article :is(p, li) > sup:last-child:visible");
    expect(await blocks.count()).toBeGreaterThan(0);
    const own = await page.evaluate(
      () => [...document.querySelectorAll("[lang=de] > sup")].filter((mark) => mark.checkVisibility()).length,
    );
    expect(own).toBe(0);
    await page.locator("input[value=en]").check();
    expect(await page.locator("article sup:visible").count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

test("links to errors keep the language, the filters that show the error, and the history", async () => {
  const model = withCodes(["odd&code%", "OrderNotFound"], {
    errors: { OrderNotFound: { status: 404, message: "not there" }, Odd: { status: 400, message: "odd" } },
  });
  const url = await write("links", { ...model, locales: ["en", "de"] });
  const odd = encodeURIComponent(encodeURIComponent("odd&code%"));
  const language = (page: Page) => page.evaluate(() => document.documentElement.lang);
  const target = (page: Page) =>
    page.evaluate(() => {
      const found = document.querySelector<HTMLElement>(":target");
      return found && (found.dataset["code"] ?? found.id);
    });
  await withPage(`${url}#ordernotfound&lang=de`, async ({ page, complaints }) => {
    await expect.poll(() => page.url()).toBe(`${url}#OrderNotFound&lang=de`);
    expect([await language(page), await target(page)]).toEqual(["de", "OrderNotFound"]);
    expect(await page.locator("#OrderNotFound samp[lang=en] > sup:visible").textContent()).toBe("en");
    await page.locator("summary", { hasText: "odd&code%" }).click();
    await page.locator("footer a", { hasText: "odd&code%" }).click();
    await expect.poll(() => page.url()).toBe(`${url}#${odd}&lang=de`);
    await expect.poll(() => target(page)).toBe("odd&code%");
    await page.reload();
    expect([await language(page), await target(page)]).toEqual(["de", "odd&code%"]);
    await page.goBack();
    await expect.poll(() => target(page)).toBe("OrderNotFound");
    await page.locator("input[value=en]").check();
    await expect.poll(() => page.url()).toBe(`${url}#OrderNotFound`);
    await page.goBack();
    await expect.poll(() => language(page)).toBe("de");
    await page.getByLabel("404").check();
    await page.locator("footer a", { hasText: "OrderNotFound" }).click();
    await expect.poll(() => page.url()).toBe(`${url}#OrderNotFound&status=404&lang=de`);
    expect(await shown(page)).toEqual(["OrderNotFound"]);
    expect(complaints).toEqual([]);
  });
});

describe("decoding", () => {
  test("all errors in all forms with their values, and no error whose template is only a param", async () => {
    await withPage(centre, async ({ page, requests }) => {
      const found = await decodeAll(
        page,
        pastedErrors.map(({ text }) => text),
      );
      pastedErrors.forEach(({ code, shape, params }, index) => {
        const { codes = [], values, marks } = found[index] ?? {};
        expect(codes[0], `${code} as a ${shape}`).toBe(code);
        if (params === undefined) return;
        const told = Object.entries(params).map(([name, value]) => [name, String(value)]);
        expect(values?.slice(0, told.length), `${code} as a ${shape}`).toEqual(told);
        expect(marks).toEqual(told.map(([, value]) => value));
      });
      const free = await decodeAll(page, [
        "ServiceName is too long",
        "%s",
        "HTTP/1.1 403 Forbidden\n\nno",
        "the dog ate it",
      ]);
      for (const { codes, verdict } of free) {
        expect(codes.filter((code) => OPAQUE.includes(code))).toEqual([]);
        expect(verdict).toContain("Nothing in this text");
      }
      // The text is not stored and not sent.
      await expect.poll(() => page.url()).toBe(centre);
      expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
        0,
        0,
        "",
      ]);
      expect(requests.filter((url) => !url.startsWith("data:"))).toEqual([centre]);
      for (const text of ["AliasNotFond", '{"code":"AliasNotFond"}']) {
        await decodeAll(page, [text]);
        expect(await page.locator(".candidates a").allTextContents(), text).toEqual(["AliasNotFound"]);
      }
      await page.fill("textarea", "alias 'a' of service 'b' does not exist");
      await expect.poll(() => page.locator(".candidate").count()).toBe(1);
      await page.getByRole("button", { name: "Clear" }).click();
      expect(await page.locator(".candidate").count()).toBe(0);
    });
  });

  test("copies links, codes, bodies and TypeScript, from a menu that an open error has", async () => {
    await withPage(
      centre,
      async ({ page }) => {
        expect(await page.locator("article button").count()).toBe(0);
        const article = page.locator("#AliasNotFound");
        await article.locator("summary").first().click();
        expect(await article.getByRole("button").count()).toBe(0);
        await article.getByText("Copy", { exact: true }).click();
        const copied: string[] = [];
        for (const name of ["Copy link", "Copy code", "Copy JSON", "Copy TypeScript", "Copy match arm"]) {
          await article.getByRole("button", { name }).click();
          await expect.poll(() => page.locator(".count").textContent()).toBe("Copied.");
          copied.push(await page.evaluate(() => navigator.clipboard.readText()));
        }
        expect(copied.slice(0, 2)).toEqual([`${centre}#AliasNotFound`, "AliasNotFound"]);
        expect(JSON.parse(copied[2] ?? "")).toEqual(functionCompute.errors[1]?.cases[0]?.examples[0]?.body);
        expect(copied[3]).toContain('if (isFunctionComputeError(body, "AliasNotFound")) {');
        expect(copied[4]).toContain('parseFunctionComputeMessage("AliasNotFound", error.errorMessage)');
        expect(await findingsIn(functionCompute, '"AliasNotFound"', copied[3] ?? "", copied[4] ?? "")).toBe("");
        // The compiler looks at both.
        const wrong = await findingsIn(
          functionCompute,
          '"AliasNotFound"',
          copied[3]?.replace("(body", "(boby") ?? "",
          "AliasNotFond: 1,",
        );
        expect(wrong).toMatch(/'boby'[\s\S]*AliasNotFond is not/);
        await page.locator("input[value=zh-CN]").check();
        await page.locator("#DomainNameNotFound > details > summary").click();
        expect(await page.locator("#DomainNameNotFound footer summary").innerText()).toBe("复制");
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
  });
});

describe("cases, tags and integer codes", () => {
  const disks = () => write("disks", modelOfFile("test/cases/docs-cases/disks.errors.yaml"));

  test("links and decoded errors lead to a case, below its code", async () => {
    await withPage(`${await disks()}#operationdenied.QUOTA`, async ({ page, complaints }) => {
      await expect.poll(() => page.evaluate(() => document.querySelector(":target")?.id)).toBe("OperationDenied.quota");
      const text = await textOf(page, "section[id='OperationDenied.quota']");
      for (const words of ["409 Conflict, 429 Too Many Requests", "{resource}", "Raise it.", "/error/quota/limit"])
        expect(text).toContain(words);
      const [body, line] = await decodeAll(page, [
        '{"error":{"code":"urn:disks:OperationDenied","message":"The quota of disks is used up."}}',
        "The zone z-7 is closed.",
      ]);
      expect(body).toMatchObject({ codes: ["OperationDenied.quota"], marks: ["disks"] });
      expect(line).toMatchObject({ codes: ["OperationDenied.zoneClosed"], marks: ["z-7"] });
      const card = page.locator(".candidate");
      // The case has no solution of its own, and neither has its error; its error has the description.
      expect(await card.locator("dd").allInnerTexts()).toContain("The zone takes no disks.");
      expect(await card.locator(".status").innerText()).toBe("403 Forbidden");
      await card.locator(".name a").click();
      await expect
        .poll(() => page.evaluate(() => document.querySelector(":target")?.id))
        .toBe("OperationDenied.zoneClosed");
      const [success] = await decodeAll(page, ['{"error":{"code":"urn:disks:CardDeclined","reason":"?"}}']);
      expect(success?.codes).toEqual(["CardDeclined"]);
      expect(complaints).toEqual([]);
    });
  });

  test("filters by each status and tag of an error, and shows what it looks like in responses", async () => {
    await withPage(await disks(), async ({ page }) => {
      await page.getByLabel("Quotas").check();
      expect(await shown(page)).toEqual(["OperationDenied"]);
      await expect.poll(() => page.url()).toContain("#tags=Quota");
      await page.getByRole("button", { name: "Reset" }).click();
      await page.getByLabel("429 Too Many Requests").check();
      expect(await shown(page)).toEqual(["Throttling", "OperationDenied"]);
      await page.getByRole("button", { name: "Reset" }).click();
      await page.locator("#-search").fill("urn:disks:unstated");
      expect(await shown(page)).toEqual(["Unstated"]);
      await page.locator("#-search").fill("OperationDenied");
      expect(await textOf(page, "#OperationDenied")).toContain("There are too many disks.");
    });
  });

  test("integer codes in a list, each of them; a success is none", async () => {
    const url = await write("lists", modelOfFile("test/cases/docs-list/lists.errors.yaml"));
    await withPage(
      url,
      async ({ page }) => {
        expect(await page.locator("header.top").innerText()).toContain("Responses list errors at /errors");
        expect(await shown(page)).toEqual(["-1121", "1121", "10000"]);
        const [all, none] = await decodeAll(page, [
          '{"errors":[{"code":10000},{"code":-1121}]}',
          '{"errors":[{"code":0}]}',
        ]);
        expect(all?.codes).toEqual(["10000", "-1121"]);
        expect(none).toMatchObject({ codes: [], verdict: "No error: 0 stands for success." });
        const article = page.locator("[data-code='-1121']");
        await article.locator("summary").first().click();
        await article.getByText("Copy", { exact: true }).click();
        await article.getByRole("button", { name: "Copy TypeScript" }).click();
        await expect.poll(() => page.locator(".count").textContent()).toBe("Copied.");
        const guard = await page.evaluate(() => navigator.clipboard.readText());
        expect(guard).toContain("if (isListsError(body, -1121)) {");
        await article.getByRole("button", { name: "Copy match arm" }).click();
        await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe(guard);
        const arm = await page.evaluate(() => navigator.clipboard.readText());
        expect(await findingsIn(modelOfFile("test/cases/docs-list/lists.errors.yaml"), '"-1121"', guard, arm)).toBe("");
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
  });

  test("axe finds nothing in a page of cases, and it fits 320 pixels", async () => {
    for (const fragment of ["", "#OperationDenied.quota"]) {
      await withPage(
        (await disks()) + fragment,
        async ({ page }) => {
          await decodeAll(page, ["The zone z-7 is closed."]);
          expect(await violationsIn(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        },
        { bypassCSP: true, viewport: { width: 320, height: 640 } },
      );
    }
  });
});

describe("for everybody", () => {
  test("axe finds nothing, in any state", async () => {
    const states: readonly (readonly [string, BrowserContextOptions])[] = [
      ["", { colorScheme: "light" }],
      ["#q=nothing+at+all", { colorScheme: "dark" }],
      ["#lang=zh-CN", { forcedColors: "active" }],
      ["#AliasNotFound", { viewport: { width: 320, height: 640 }, colorScheme: "dark" }],
    ];
    for (const [fragment, options] of states) {
      await withPage(
        centre + fragment,
        async ({ page }) => {
          await page.evaluate(() => document.querySelector(".decode")?.setAttribute("open", ""));
          await page.fill("textarea", "HTTP/1.1 404 X\nRetry-After: 7\n\nalias 'a' of service 'b' does not exist");
          await page.locator("textarea").dispatchEvent("change");
          expect(await page.locator(".candidate").count()).toBe(1);
          expect(await violationsIn(page), fragment).toEqual([]);
        },
        { bypassCSP: true, ...options },
      );
    }
  });

  test("fits 320 pixels, which is 1280 at 400 % zoom, with targets that are large enough", async () => {
    await withPage(
      centre,
      async ({ page }) => {
        const [width, small] = await page.evaluate(() => {
          (document.querySelector(".filters") as HTMLDetailsElement).open = true;
          const targets = [
            ...document.querySelectorAll<HTMLElement>(
              "button, summary, label:has(input), input[type=search], textarea",
            ),
          ];
          const low = targets.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 24);
          return [document.documentElement.scrollWidth, low.map((one) => one.outerHTML)];
        });
        expect(width).toBe(320);
        expect(small).toEqual([]);
      },
      { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
    );
  });

  test("by keyboard alone", async () => {
    await withPage(centre, async ({ page }) => {
      const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
      await page.keyboard.press("Tab");
      expect(await focused()).toBe("Skip to the errors");
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
      await page.keyboard.press("/");
      await page.keyboard.type("alias");
      expect(await shown(page)).toEqual(["AliasNotFound"]);
      // The decoder, its field, and the filters come before the first filter.
      for (let step = 0; step < 4; step += 1) await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await expect.poll(() => page.url()).toContain("status=4xx");
      await page.locator("#AliasNotFound summary").first().focus();
      await page.keyboard.press("Enter");
      await page.waitForSelector("#AliasNotFound > details[open] footer a");
      await page.locator("#AliasNotFound footer a").focus();
      const seen = await page.evaluate(() => {
        const link = document.activeElement as HTMLElement;
        const { top, left, height } = link.getBoundingClientRect();
        const above = document.elementFromPoint(left + 4, top + height / 2);
        return [link.contains(above), getComputedStyle(link).outlineStyle];
      });
      expect(seen[0]).toBe(true);
      await page.keyboard.press("Enter");
      await expect.poll(() => page.url()).toBe(`${centre}#AliasNotFound&q=alias&status=4xx`);
    });
  });

  test("prints all errors whole, with their examples and the words of their statuses", async () => {
    for (const javaScriptEnabled of [true, false])
      await withPage(
        centre,
        async ({ page }) => {
          await page.emulateMedia({ media: "print" });
          expect(await page.locator("textarea:visible, button:visible, nav:visible").count()).toBe(0);
          const texts = await page.locator("main article").allInnerTexts();
          expect(texts.filter((text) => !/\n\d{3} \p{L}+.*"errorCode": "/su.test(text))).toEqual([]);
          expect(texts[0]).toContain("payload size exceeds maximum allowed size ({maximumSize} bytes)");
        },
        { javaScriptEnabled },
      );
  });
});

describe("hostile tables", () => {
  const ATTACKS = [
    "</script><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    "\"><svg onload='window.ran=1'>",
    "--><script>window.ran=1</script><!--",
    "</style></template></title><script>window.ran=1</script>",
    "[x](javascript:window.ran=1) <a href='javascript:window.ran=1'>x</a>",
    "\u202eevil\u2066 ${alert(1)} {{x}}",
    "__proto__",
  ];

  test("texts of a table never run as code", async () => {
    const attack = ATTACKS.join(" ");
    const codes = ATTACKS.map((text, index) => (text === "__proto__" ? "constructor" : `${text} ${index}`));
    const errors = Object.fromEntries(
      ATTACKS.map((text, index) => [
        `Attack${index}`,
        {
          status: 400 + index,
          message: `${text.replaceAll("%", "%%")} %s`,
          params: { [`p${index}`]: { description: text, example: text } },
          description: attack,
          solution: attack,
          group: "hostile",
          deprecated: { since: "1.0.0", reason: attack },
        },
      ]),
    );
    const group = "<b onclick=x>";
    const tame = withCodes(codes, { title: attack, description: attack, errors });
    const links = [{ title: attack, url: "javascript:window.ran=1", extensions: {} }];
    const model: Model = {
      ...tame,
      groups: [{ name: group, title: attack, description: attack, extensions: {} }],
      errors: tame.errors.map((error) => ({ ...error, group, links, documentation: "javascript:window.ran=1" })),
    };
    const url = await write("hostile", model);
    await withPage(url, async ({ page, complaints }) => {
      await decodeAll(page, [
        ...ATTACKS,
        attack,
        ...ATTACKS.map((text) => JSON.stringify({ code: text, message: text })),
      ]);
      await decodeAll(
        page,
        codes.map((code) => JSON.stringify({ code, message: `${code.slice(0, -2)} ${attack}` })),
      );
      await page.goto(`${url}#q=${encodeURIComponent(attack)}&status=${encodeURIComponent(attack)}`);
      await page.goto(`${url}#${encodeURIComponent(attack)}`);
      await page.locator(".count").click();
      const found = await page.evaluate(() => {
        const all = [...document.querySelectorAll("*")];
        return {
          ran: (window as { ran?: number }).ran,
          articles: document.querySelectorAll("main article").length,
          scripts: document.scripts.length,
          strangers: document.querySelectorAll("img, svg, b, iframe, object, embed, form").length,
          handlers: all.filter((one) => [...one.attributes].some(({ name }) => name.startsWith("on"))).length,
          links: [...document.links].filter(({ protocol }) => !/^(?:file|https?|mailto):$/.test(protocol)).length,
        };
      });
      expect(found).toEqual({ ran: undefined, articles: 8, scripts: 2, strangers: 0, handlers: 0, links: 0 });
      await page.goto(url);
      expect(await textOf(page, "main article >> nth=1")).toContain("<img src=x onerror=window.ran=1>");
      expect(complaints).toEqual([]);
    });
  });

  test("the hostile table of the cases and two thousand codes are usable", async () => {
    const hostile = await write("cases", modelOfFile("test/cases/hostile-text/hostile-text.errors.yaml"));
    await withPage(hostile, async ({ page, complaints }) => {
      expect(await page.evaluate(() => document.scripts.length)).toBe(2);
      expect(complaints).toEqual([]);
    });
    const errors = Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [
        `Code${index}Failed`,
        {
          status: 400 + (index % 100),
          message: `thing ${index} of '%s' failed`,
          params: { what: {} },
          description: `It is number ${index}.`,
        },
      ]),
    );
    const declined = {
      status: 402,
      message: "card '%s' of '%s' was declined",
      params: { card: { sensitive: true }, owner: {} },
    };
    await withPage(
      await write("large", modelOf({ errors: { ...errors, CardDeclined: declined } })),
      async ({ page, complaints }) => {
        // A search by role would visit every element of this large page.
        await page.locator("#-search").fill("code1999failed");
        expect(await shown(page)).toEqual(["Code1999Failed"]);
        expect((await decodeAll(page, ["thing 7 of 'x' failed"]))[0]).toMatchObject({
          codes: ["Code7Failed"],
          marks: ["x"],
        });
        const [card] = await decodeAll(page, ["card '4111-1111' of 'Ada' was declined"]);
        expect(card).toMatchObject({
          codes: ["CardDeclined"],
          values: [["card", "[hidden]"], ["owner", "Ada"], ...(card?.values.slice(2) ?? [])],
        });
        expect(await page.locator(".candidates").innerText()).not.toContain("4111");
        expect(complaints).toEqual([]);
      },
    );
  });
});

async function violationsIn(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: { run(where: Document, how: object): Promise<AxeResults> } };
    const { violations: all } = await axe.run(document, {
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations"],
    });
    return all.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, TAGS);
}

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
