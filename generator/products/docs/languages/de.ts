// errtable's words in German.
import type { Language } from "./language.ts";

// biome-ignore format: Short words stand in rows.
export const de: Language = {
  name: "Deutsch",
  tags: /^de\b/i,
  labels: {
    status: "Status", code: "Code", message: "Meldung", description: "Beschreibung", solution: "Lösung",
    cause: "Ursache", group: "Gruppe", retry: "Wiederholen", retryNever: "nein, dieselbe Anfrage scheitert wieder",
    retryBackoff: "ja, nach wachsender Wartezeit",
    retryThrottled: "ja, nach der Zeit, die die Antwort nennt, oder nach wachsender Wartezeit",
    since: "Seit", params: "Parameter", headers: "Header", details: "Details", example: "Beispiel",
    forExample: "zum Beispiel ", seeAlso: "Siehe auch", documentation: "Dokumentation", required: "erforderlich",
    deprecated: "Veraltet.", deprecatedSince: "Veraltet seit {since}.", retired: "Nicht mehr verwendete Codes",
    retiredNotice: "Wird nicht mehr verwendet.", retiredSince: "Wird seit {since} nicht mehr verwendet.",
    replacedBy: "Verwenden Sie stattdessen {code}.", others: "Weitere Fehler",
    tags: "Merkmale", wireCode: "In Antworten", operations: "Operationen", everyOperation: "jede Operation",
    answerOf: "Mögliche Antwort von", withoutStatus: "Ohne Status",
    listed: "Antworten führen Fehler in {place} auf; jedes Beispiel ist einer davon.",
    listedAlone: "Antworten sind eine Liste von Fehlern; jedes Beispiel ist einer davon.",
    untranslated: "Mit {locale} gekennzeichnete Texte sind noch nicht übersetzt.",
  },
  centre: {
    heading: "Fehler: {title}", skip: "Zu den Fehlern springen", language: "Sprache", search: "Suche",
    searchHint: "Code, Meldung, Bedeutung oder Lösung", filters: "Filter", reset: "Zurücksetzen", never: "Nein",
    backoff: "Nach einer Wartezeit", throttled: "Sobald das Limit es erlaubt", index: "Alle Fehler", version: "Version",
    source: "Quelle", retrieved: "Stand {date}", internal: "Intern", decode: "Fehler entschlüsseln",
    paste: "Antwort, Logzeile oder Meldung einfügen",
    stays: "Nichts, was Sie einfügen, verlässt diese Seite.",
    clear: "Leeren", copyLink: "Link kopieren", copyCode: "Code kopieren", copyExample: "JSON kopieren",
    copyGuard: "TypeScript kopieren",
    copy: "Kopieren", copyArm: "Match-Zweig kopieren", noRetry: "Nicht wiederholen",
    retryLater: "Nach Wartezeit wiederholen", retryAllowed: "Wiederholen, sobald das Limit es erlaubt",
  },
  script: {
    all: "{total} Fehler", some: "{count} von {total} Fehlern", none: "Kein Fehler passt.",
    unknown: "Es gibt keinen Fehler namens {code}.", nearest: "Meinten Sie:",
    decoded: "Bester Treffer: {code}. Treffer: {count}.",
    undecoded: "Nichts in diesem Text ist ein Fehler dieser Tabelle.",
    sameStatus: "Fehler mit diesem Status:", matched: "Übereinstimmung: {list}",
    matches: { code: "Code", status: "Status", message: "Meldung" },
    success: "Kein Fehler: {code} steht für Erfolg.",
    ambiguous: "Die Meldung lässt mehr als eine Antwort für die Werte zu.",
    cut: "Nur der Anfang dieses Textes wurde betrachtet.", request: "Anfrage", copied: "Kopiert.",
    uncopied: "Der Browser hat das Kopieren nicht erlaubt.",
    gone: "Nicht mehr verwendete Codes: {count}.",
  },
};
