import type { GoalScope } from '../goal.ts'

/** The contract's limit for ids. */
const ID_LENGTH = 80

/** FNV-1a, 32 bits, as eight hex digits: only to keep shortened ids apart. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/**
 * A readable id for a cell, the same on every run, not among `taken`.
 * @example goalId('paid', '2027-03', { category: '美妆' }, new Set()) // 'paid:2027-03:category=美妆'
 */
export function goalId(metric: string, period: string, scope: GoalScope, taken: { has(id: string): boolean }): string {
  const cuts = Object.keys(scope)
    .sort()
    .map((d) => `${d}=${scope[d]}`)
  const plain = [metric, period, ...cuts].join(':')
  const short = plain.length <= ID_LENGTH ? plain : `${plain.slice(0, ID_LENGTH - 9)}~${fingerprint(plain)}`
  if (!taken.has(short)) return short
  for (let n = 2; ; n++) {
    const numbered = `${short.slice(0, ID_LENGTH - 5)}#${n}`
    if (!taken.has(numbered)) return numbered
  }
}
