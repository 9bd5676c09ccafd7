const SHAPE = /^\d{4}-\d\d-(\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/

/** The 30th of February is read as the 2nd of March by the platform; a day that does not exist is no instant. */
function dayExists(text: string, day: number): boolean {
  if (day <= 28) return true
  return new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDate() === day
}

/**
 * UTC milliseconds of an ISO 8601 instant with a zone; null when it is none.
 * @example readInstant('2026-11-11T00:00:00+08:00') // 1794326400000
 */
export function readInstant(text: string): number | null {
  const shape = SHAPE.exec(text)
  if (!shape || !dayExists(text, Number(shape[1]))) return null
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : ms
}
