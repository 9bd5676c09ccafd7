import { type MixRateEffect, mixRate, type RatioPart } from '@zhanggui/analysis'
import type { PartEffect } from '@zhanggui/contract'
import { numberOf, type Reader, readRows } from './read-figures.ts'
import type { Days } from './resolve-sides.ts'
import type { Parts, PartsAsked } from './sum-parts.ts'

/** Metrics of the catalogue that a ratio divides. */
export type RatioOf = { over: string; under: string }

async function sideOf(reader: Reader, { over, under }: RatioOf, { by, days }: { by: string; days: Days }) {
  const { rows, labels } = await readRows(reader, { metrics: [over, under], by: [by], days })
  const parts = rows.map(
    (row): RatioPart => ({
      id: String(row[by]),
      numerator: numberOf(row[over]) ?? 0,
      denominator: numberOf(row[under]) ?? 0,
    }),
  )
  return { parts, labels }
}

const effectOf = ({ mix, rate }: MixRateEffect): number => mix + rate

function partOf(row: MixRateEffect, whole: number, labels: Record<string, string>): PartEffect {
  return {
    value: row.id,
    label: labels[row.id] ?? row.id,
    ...row.ratio,
    effect: effectOf(row),
    share: whole === 0 ? null : effectOf(row) / whole,
    surprise: null,
    mix: row.mix,
    rate: row.rate,
    daily: null,
    isSignificant: false,
  }
}

/** For a ratio: which values got better or worse themselves, and which only became more or fewer. */
export async function rateParts(
  reader: Reader,
  ratio: RatioOf,
  { by, limit, current, earlier }: PartsAsked,
): Promise<Parts> {
  const [after, before] = await Promise.all([
    sideOf(reader, ratio, { by, days: current }),
    sideOf(reader, ratio, { by, days: earlier }),
  ])
  const { effects, mix, rate } = mixRate(before.parts, after.parts)
  const labels = { ...before.labels, ...after.labels }
  const sorted = effects.toSorted((a, b) => Math.abs(effectOf(b)) - Math.abs(effectOf(a)) || (a.id < b.id ? -1 : 1))
  const rest = sorted.slice(limit)
  return {
    parts: sorted.slice(0, limit).map((row) => partOf(row, mix + rate, labels)),
    others: rest.length === 0 ? null : { values: rest.length, effect: rest.reduce((sum, e) => sum + effectOf(e), 0) },
  }
}
