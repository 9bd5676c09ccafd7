import type { Measure } from '../measure.ts'

/** Heads counted by the platform for one day cannot be added to those of another day. */
const ofOneDay = (column: string): string => `if(uniqExact(f.day) > 1, NULL, sum(f.${column}))`

export const PLATFORM_MEASURES: readonly Measure[] = [
  { id: 'reportedUv', source: 'platformDays', sql: ofOneDay('uv') },
  { id: 'reportedBuyers', source: 'platformDays', sql: ofOneDay('pay_buyers') },
  { id: 'reportedPv', source: 'platformDays', sql: 'sum(f.pv)' },
  { id: 'reportedPaid', source: 'platformDays', sql: 'sum(f.paid_cents)' },
]
