import { type DriverEffect, salesDrivers } from '@zhanggui/analysis'
import { figure, type Sentence } from '../document.ts'
import type { Answer } from '../library/ask.ts'
import { metricName, queryRef, say, type Telling, unitOf } from '../library/telling.ts'
import { comparedOf } from './compared.ts'
import { movement, STILL_SHARE } from './headline.ts'

/** What works against the change is said from this share of it on. */
const AGAINST_SHARE = 0.25

export const DRIVER_METRICS = ['paid', 'uv', 'buyers', 'cvr', 'aov'] as const

/**
 * Why the paid amount changed: visitors × conversion × amount a buyer; in whole minor units that add up to the change.
 * Shape: empty where there is nothing to compare with, or neither visitors nor buyers are known on both sides.
 */
export function driversOf(telling: Telling, answer: Answer): readonly DriverEffect[] {
  const of = (metric: string) => comparedOf(telling, answer, metric)
  const [paid, uv, buyers, cvr, aov] = [of('paid'), of('uv'), of('buyers'), of('cvr'), of('aov')]
  if (paid.now === null || paid.before === null) return []
  const side = (at: 'now' | 'before', paidCents: number) => ({
    paidCents,
    uv: uv[at],
    buyers: buyers[at],
    cvr: cvr[at],
    aovCents: aov[at],
  })
  return salesDrivers(side('before', paid.before), side('now', paid.now))
}

function driverPieces(telling: Telling, answer: Answer, { id, from, to, effect }: DriverEffect): Sentence['pieces'] {
  const value = (v: number | null) => figure(v, unitOf(telling, id), queryRef(answer.ask, [id]))
  const verb = effect > 0 ? say(telling, '带来 ', ', bringing ') : say(telling, '少了 ', ', costing ')
  return [
    say(telling, `${metricName(telling, id)}由 `, `${metricName(telling, id)} went from `),
    value(from),
    say(telling, ' 变为 ', ' to '),
    value(to),
    say(telling, '，', ''),
    verb,
    // All that it is reckoned from, so that a reader can reckon it again.
    figure(Math.abs(effect), 'money', queryRef(answer.ask, [...DRIVER_METRICS])),
  ]
}

/** The driver that made most of the change, and what worked against it. Silent where nothing moved. */
export function whyDrivers(telling: Telling, answer: Answer): Sentence[] {
  const paid = comparedOf(telling, answer, 'paid')
  const share = movement(paid)
  if (share === null || Math.abs(share) < STILL_SHARE) return []
  const change = (paid.now ?? 0) - (paid.before ?? 0)
  const sorted = driversOf(telling, answer).toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
  const main = sorted.find(({ effect }) => Math.sign(effect) === Math.sign(change))
  if (!main) return []
  const counter = sorted.filter(
    ({ effect }) => Math.sign(effect) === -Math.sign(change) && Math.abs(effect) >= AGAINST_SHARE * Math.abs(change),
  )
  const claim = { metric: 'paid', period: paid.period, comparison: paid.against }
  const first: Sentence = {
    pieces: [
      say(telling, '主要原因：', 'The main cause: '),
      ...driverPieces(telling, answer, main),
      say(telling, '。', '.'),
    ],
    claim,
  }
  return [
    first,
    ...counter.map(
      (driver): Sentence => ({
        pieces: [
          say(telling, '反方向：', 'Against it: '),
          ...driverPieces(telling, answer, driver),
          say(telling, '。', '.'),
        ],
        claim,
      }),
    ),
  ]
}
