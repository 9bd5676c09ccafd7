import type { FastifyInstance } from 'fastify'
import { ApiFailure } from './api-failure.ts'

/** NUL cannot be stored as text in PostgreSQL, and half a surrogate pair in no UTF-8 at all. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** True when a text inside, key or value, could not be stored. A list instead of recursion: nesting may be deep. */
function holdsUnstorable(value: unknown): boolean {
  const waiting = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next === 'string' && !isStorable(next)) return true
    if (typeof next !== 'object' || next === null || Buffer.isBuffer(next)) continue
    for (const [key, member] of Object.entries(next)) {
      if (!isStorable(key)) return true
      waiting.push(member)
    }
  }
  return false
}

/** Refuses text that could not be stored, for every route at once, instead of failing deep inside one. */
export function refuseUnstorableText(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (holdsUnstorable([request.params, request.query, request.body]))
      throw new ApiFailure('invalid_request', { where: 'NUL / U+D800–DFFF' })
  })
}
