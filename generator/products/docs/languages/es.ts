// errtable's words in Spanish.
import type { Language } from "./language.ts";

// biome-ignore format: Short words stand in rows.
export const es: Language = {
  name: "Español",
  tags: /^es\b/i,
  labels: {
    status: "Estado", code: "Código", message: "Mensaje", description: "Descripción", solution: "Solución",
    cause: "Causa", group: "Grupo", retry: "Reintentar", retryNever: "no, la misma solicitud volverá a fallar",
    retryBackoff: "sí, tras una espera creciente",
    retryThrottled: "sí, tras el tiempo que indica la respuesta o una espera creciente",
    since: "Desde", params: "Parámetros", headers: "Encabezados", details: "Detalles", example: "Ejemplo",
    forExample: "por ejemplo ", seeAlso: "Véase también", documentation: "Documentación", required: "obligatorio",
    deprecated: "Obsoleto.", deprecatedSince: "Obsoleto desde {since}.", retired: "Códigos retirados",
    retiredNotice: "Ya no se usa.", retiredSince: "Ya no se usa desde {since}.", replacedBy: "Use {code} en su lugar.",
    others: "Otros errores",
    tags: "Etiquetas", wireCode: "En las respuestas", operations: "Operaciones", everyOperation: "todas las operaciones",
    answerOf: "Posible respuesta de", withoutStatus: "Sin estado",
    listed: "Las respuestas enumeran los errores en {place}; cada ejemplo es uno de ellos.",
    listedAlone: "Las respuestas son una lista de errores; cada ejemplo es uno de ellos.",
    untranslated: "Los textos marcados con {locale} aún no están traducidos.",
  },
  centre: {
    heading: "Errores de {title}", skip: "Ir a los errores", language: "Idioma", search: "Buscar",
    searchHint: "Código, mensaje, significado o solución", filters: "Filtros", reset: "Restablecer", never: "No",
    backoff: "Tras una espera", throttled: "Cuando el límite lo permita", index: "Todos los errores",
    version: "Versión", source: "Fuente", retrieved: "a fecha de {date}", internal: "Interno",
    decode: "Descifrar un error",
    paste: "Pegue una respuesta, una línea de registro o un mensaje",
    stays: "Nada de lo que pegue sale de esta página.", clear: "Borrar", copyLink: "Copiar enlace",
    copyCode: "Copiar código", copyExample: "Copiar JSON", copyGuard: "Copiar TypeScript",
    copy: "Copiar", copyArm: "Copiar la rama de match", noRetry: "No reintentar",
    retryLater: "Reintentar tras una espera", retryAllowed: "Reintentar cuando el límite lo permita",
  },
  script: {
    all: "{total} errores", some: "{count} de {total} errores", none: "Ningún error coincide.",
    unknown: "No hay ningún error llamado {code}.", nearest: "Quizá quiso decir:",
    decoded: "Mejor coincidencia: {code}. Coincidencias: {count}.",
    undecoded: "Nada en este texto es un error de esta tabla.",
    sameStatus: "Errores con este estado:", matched: "Coincidencia por: {list}",
    matches: { code: "código", status: "estado", message: "mensaje" },
    success: "No hay error: {code} significa éxito.",
    ambiguous: "El mensaje admite más de una respuesta para los valores.",
    cut: "Solo se examinó el principio de este texto.", request: "Solicitud", copied: "Copiado.",
    uncopied: "El navegador no permitió copiar.",
    gone: "Códigos retirados: {count}.",
  },
};
