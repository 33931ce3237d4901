// errtable's words in French.
import type { Language } from "./language.ts";

// biome-ignore format: Short words stand in rows.
export const fr: Language = {
  name: "Français",
  tags: /^fr\b/i,
  labels: {
    status: "Statut", code: "Code", message: "Message", description: "Description", solution: "Solution",
    cause: "Cause", group: "Groupe", retry: "Nouvelle tentative",
    retryNever: "non, la même requête échouera de nouveau", retryBackoff: "oui, après un délai croissant",
    retryThrottled: "oui, après le délai indiqué par la réponse ou un délai croissant",
    since: "Depuis", params: "Paramètres", headers: "En-têtes", details: "Détails", example: "Exemple",
    forExample: "par exemple ", seeAlso: "Voir aussi", documentation: "Documentation", required: "obligatoire",
    deprecated: "Obsolète.", deprecatedSince: "Obsolète depuis {since}.", retired: "Codes retirés",
    retiredNotice: "N’est plus utilisé.", retiredSince: "N’est plus utilisé depuis {since}.",
    replacedBy: "Utilisez plutôt {code}.", others: "Autres erreurs",
    tags: "Étiquettes", wireCode: "Dans les réponses", operations: "Opérations", everyOperation: "toutes les opérations",
    answerOf: "Réponse possible de", withoutStatus: "Sans statut",
    listed: "Les réponses énumèrent les erreurs dans {place} ; chaque exemple est l’une d’elles.",
    listedAlone: "Les réponses sont une liste d’erreurs ; chaque exemple est l’une d’elles.",
    untranslated: "Les textes marqués {locale} ne sont pas encore traduits.",
  },
  centre: {
    heading: "Erreurs de {title}", skip: "Aller aux erreurs", language: "Langue", search: "Rechercher",
    searchHint: "Code, message, signification ou solution", filters: "Filtres", reset: "Réinitialiser", never: "Non",
    backoff: "Après un délai", throttled: "Quand la limite le permet", index: "Toutes les erreurs", version: "Version",
    source: "Source", retrieved: "état au {date}", internal: "Interne", decode: "Décoder une erreur",
    paste: "Collez une réponse, une ligne de journal ou un message",
    stays: "Rien de ce que vous collez ne quitte cette page.",
    clear: "Effacer", copyLink: "Copier le lien", copyCode: "Copier le code", copyExample: "Copier le JSON",
    copyGuard: "Copier le TypeScript",
    copy: "Copier", copyArm: "Copier la branche de match", noRetry: "Ne pas réessayer",
    retryLater: "Réessayer après un délai", retryAllowed: "Réessayer quand la limite le permet",
  },
  script: {
    all: "{total} erreurs", some: "{count} erreurs sur {total}", none: "Aucune erreur ne correspond.",
    unknown: "Il n’y a pas d’erreur nommée {code}.", nearest: "Vouliez-vous dire :",
    decoded: "Meilleure correspondance : {code}. Correspondances : {count}.",
    undecoded: "Rien dans ce texte n’est une erreur de cette table.",
    sameStatus: "Erreurs ayant ce statut :", matched: "Correspondance sur : {list}",
    matches: { code: "code", status: "statut", message: "message" },
    success: "Aucune erreur : {code} signifie la réussite.",
    ambiguous: "Le message permet plus d’une réponse pour les valeurs.",
    cut: "Seul le début de ce texte a été examiné.", request: "Requête", copied: "Copié.",
    uncopied: "Le navigateur n’a pas autorisé la copie.",
    gone: "Codes retirés : {count}.",
  },
};
