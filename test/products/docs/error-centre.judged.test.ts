// The error centre in a real browser: what it finds, decodes and copies, for whom it can be used, and that it runs and asks for nothing else.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Model } from "../../../generator/model/model.ts";
import { SCRIPT, STYLE } from "../../../generator/products/docs/centre/page/centre.gen.ts";
import { makeFiles } from "../../../generator/products/index.ts";
import type { DocsOptions } from "../../../generator/products/options.gen.ts";
import { modelOf, modelOfFile } from "../../helpers/model-fixtures.ts";
import { functionCompute, pastedErrors } from "../../helpers/pasted-errors.ts";
import {
  type Browser,
  type BrowserContextOptions,
  launchBrowser,
  type Page,
  packageFile,
} from "../../judges/browser/browser.ts";

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

interface Visit {
  readonly page: Page;
  /** Addresses that the page asked for, and what it complained of. */
  readonly requests: string[];
  readonly complaints: string[];
}

async function withPage(url: string, use: (visit: Visit) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
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

/** What is far from the window is not laid out, and has no text then. */
async function textOf(page: Page, selector: string): Promise<string> {
  await page.locator(selector).scrollIntoViewIfNeeded();
  await expect.poll(() => page.locator(selector).innerText()).not.toBe("");
  return page.locator(selector).innerText();
}

function shown(page: Page): Promise<readonly (string | null)[]> {
  return page
    .locator("main article:visible")
    .evaluateAll((all) => all.map((one) => one.getAttribute("data-code") ?? one.id));
}

/** Runs in the page: decodes each text at once, and reads what is shown. */
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

test("the page is small", async () => {
  const html = await htmlOf(functionCompute);
  const empty = await htmlOf(modelOf({ errors: {} }));
  // In bytes: its style and its script, these with the frame, and with fifteen errors in two languages.
  expect(Buffer.byteLength(STYLE + SCRIPT)).toBeLessThanOrEqual(30_000);
  expect(Buffer.byteLength(empty)).toBeLessThanOrEqual(31_200);
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(60_000);
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
  test("asks for nothing, and may run nothing but its script", async () => {
    await withPage(centre, async ({ page, requests, complaints }) => {
      expect(await shown(page)).toHaveLength(15);
      const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
      expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; /);
      // Evaluated in the page as a script of a stranger would be.
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

  test("is whole without a script, in every language", async () => {
    await withPage(
      centre,
      async ({ page }) => {
        expect(await page.locator("main article:visible").count()).toBe(15);
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

  test("deep links in any case, of retired codes, and of codes that are not there", async () => {
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
      await page.locator("h3 a", { hasText: "odd code%" }).click();
      expect(await page.locator(":target").getAttribute("data-code")).toBe("odd code%");
      expect((await decodeAll(page, ['{"code":"OrderLost"}']))[0]?.codes).toEqual(["OrderLost"]);
    });
  });
});

/** Tables have no such codes; the page does not rely on it. */
function withCodes(codes: readonly string[], table: Parameters<typeof modelOf>[0]): Model {
  const model = modelOf(table);
  return { ...model, errors: model.errors.map((error, index) => ({ ...error, code: codes[index] ?? error.code })) };
}

describe("searching", () => {
  test("words, filters, the address and the way back", async () => {
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

test("texts without a translation are there, and say which language they are in", async () => {
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
    // A mark stands on the last line of its text, wherever that ends; none is shown where the language is the chosen one.
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

test("links to errors keep the language and the filters that show them, and the way back", async () => {
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
    await page.locator("h3 a", { hasText: "odd&code%" }).click();
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
    await page.locator("h3 a", { hasText: "OrderNotFound" }).click();
    await expect.poll(() => page.url()).toBe(`${url}#OrderNotFound&status=404&lang=de`);
    await page.locator(".index a", { hasText: "OrderNotFound" }).click();
    expect(await shown(page)).toEqual(["OrderNotFound"]);
    expect(complaints).toEqual([]);
  });
});

describe("decoding", () => {
  test("all errors in all shapes, with their values, and nothing by a text that has no words of its own", async () => {
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
      // Nothing of it is kept or sent.
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

  test("copies links, codes, bodies and guards", async () => {
    await withPage(
      centre,
      async ({ page }) => {
        const article = page.locator("#AliasNotFound");
        await article.scrollIntoViewIfNeeded();
        const copied: string[] = [];
        for (const name of ["Copy link", "Copy code", "Copy JSON", "Copy TypeScript"]) {
          await article.getByRole("button", { name }).click();
          await expect.poll(() => page.locator(".count").textContent()).toBe("Copied.");
          copied.push(await page.evaluate(() => navigator.clipboard.readText()));
        }
        expect(copied.slice(0, 2)).toEqual([`${centre}#AliasNotFound`, "AliasNotFound"]);
        expect(JSON.parse(copied[2] ?? "")).toEqual(functionCompute.errors[1]?.examples[0]?.body);
        expect(copied[3]).toContain('if (isFunctionComputeError(body, "AliasNotFound")) {');
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
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
          await page.fill("textarea", "HTTP/1.1 404 X\nRetry-After: 7\n\nalias 'a' of service 'b' does not exist");
          await page.locator("textarea").dispatchEvent("change");
          expect(await page.locator(".candidate").count()).toBe(1);
          await page.evaluate(AXE);
          const violations = await page.evaluate(async (tags) => {
            const { axe } = window as unknown as { axe: { run(where: Document, how: object): Promise<AxeResults> } };
            const { violations: all } = await axe.run(document, {
              runOnly: { type: "tag", values: tags },
              resultTypes: ["violations"],
            });
            return all.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
          }, TAGS);
          expect(violations, fragment).toEqual([]);
        },
        { bypassCSP: true, ...options },
      );
    }
  });

  test("fits 320 pixels, which are 400 % zoom of 1280, with targets to hit", async () => {
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
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await expect.poll(() => page.url()).toContain("status=4xx");
      await page.locator("#AliasNotFound h3 a").focus();
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

  test("prints everything that there is", async () => {
    await withPage(centre, async ({ page }) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("textarea:visible, button:visible, nav:visible").count()).toBe(0);
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      expect(await page.locator("article details[open]").count()).toBeGreaterThan(10);
    });
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

  test("never run, and stay text", async () => {
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
    const links = [{ title: attack, url: "javascript:window.ran=1" }];
    const model: Model = {
      ...tame,
      groups: [{ name: group, title: attack, description: attack }],
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
    await withPage(await write("large", modelOf({ errors })), async ({ page, complaints }) => {
      // By its name: its role is looked for in every element of the page.
      await page.locator("#-search").fill("code1999failed");
      expect(await shown(page)).toEqual(["Code1999Failed"]);
      expect((await decodeAll(page, ["thing 7 of 'x' failed"]))[0]).toMatchObject({
        codes: ["Code7Failed"],
        marks: ["x"],
      });
      expect(complaints).toEqual([]);
    });
  });
});

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
