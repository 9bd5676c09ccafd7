/**
 * JSON text that is the same for equal values: object keys sorted, `undefined` members left out, dates as ISO text.
 * Errors: throws on bigint and cycles, as `JSON.stringify` does.
 * @example canonicalJson({ b: 1, a: [2] }) // '{"a":[2],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, member: unknown) => (isPlainObject(member) ? sortKeys(member) : member))
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sortKeys(object: Record<string, unknown>): Record<string, unknown> {
  // A Map would not survive JSON.stringify; without a prototype even a key named __proto__ is an ordinary member.
  const sorted: Record<string, unknown> = Object.create(null)
  for (const key of Object.keys(object).sort()) sorted[key] = object[key]
  return sorted
}
