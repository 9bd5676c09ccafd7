import { LIVE_METRICS } from '@zhanggui/live'
import { METRICS } from '@zhanggui/metrics'
import { expect, test } from 'vitest'
import { ALERT_LIBRARY, ruleFaults } from '../../index.ts'

test('[P9.15] every shipped rule has an owner, an action in both languages and a condition that can be judged', () => {
  for (const rule of ALERT_LIBRARY) {
    expect([rule.id, ruleFaults(rule)]).toEqual([rule.id, []])
    expect(rule.action.en.length).toBeGreaterThan(10)
  }
})

test('ids are unique and fit for an address', () => {
  const ids = ALERT_LIBRARY.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^[a-z0-9][a-z0-9-]{0,59}$/.test(id))).toEqual([])
})

/** Figures that are entered as records, not counted from facts. */
const ENTERED = /^(dsr\w+|shopTier|brokenLinks|disapprovedCreatives|goalPace|pagesOverBudget|pagesSlower|seedingLate)$/

test('what is watched is a metric of the catalogue, a live metric or an entered figure', () => {
  const known = new Set([...METRICS, ...LIVE_METRICS].map(({ id }) => id))
  const strange = ALERT_LIBRARY.map(({ condition }) => condition.metric).filter(
    (id) => !known.has(id) && !ENTERED.test(id),
  )
  expect(strange).toEqual([])
})

test('[P9.09] [P9.10] the watch of shop quality and of paid media is shipped whole', () => {
  const watched = new Set(ALERT_LIBRARY.map(({ condition }) => condition.metric))
  const asked = [
    'dsrDescription',
    'dsrService',
    'dsrLogistics',
    'dsrServiceVsIndustry',
    'refundRate',
    'firstReplySeconds',
    'shopTier',
    'spend',
    'ctr',
    'adCvr',
    'cpc',
    'brokenLinks',
    'disapprovedCreatives',
  ]
  expect(asked.filter((metric) => !watched.has(metric))).toEqual([])
})
