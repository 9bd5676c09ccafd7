import { judgeCheck } from '@zhanggui/analysis'
import { DiagnosisRange, type Store, type Weakness, type Weaknesses } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { readQuality } from '../../data/read-quality.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import { readOwnCases } from './read-benchmarks.ts'
import { readSameness } from './read-sameness.ts'
import { conversionCheck, dataChecks, type NamedCheck, samenessCheck, supplyChecks } from './weakness-checks.ts'

const METRICS = ['uv', 'buyers', 'cvr', 'stockOutRate', 'stockCoverDays']

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** The industry's conversion, where the shop states one. */
async function readIndustryConversion(context: Context, store: string) {
  const own = (await readOwnCases(context, store)).find((c) => c.metric === 'cvr' && c.basis === 'value')
  return own ? { target: own.target, source: own.source } : null
}

function weaknessOf({ check, whyZh: _, whyEn: __, ...told }: NamedCheck): Weakness[] {
  if (judgeCheck(check) !== 'weak' || check.value === null || check.limit === null) return []
  return [{ ...told, value: check.value, limit: check.limit }]
}

/**
 * What is weak in the shop: conversion against its industry, campaigns that repeat each other, data too coarse to judge by, slow supply;
 * each with measure, evidence and action (P14.11). Silent on what is healthy, honest about what cannot be judged.
 * Errors: as `runQuery`.
 */
export async function findWeaknesses(
  context: Context,
  store: Store,
  query: DiagnosisRange,
  asker?: Asker,
): Promise<Weaknesses> {
  const { from, to } = parseInput(DiagnosisRange, query)
  const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const { totals, range: days } = await runQuery(context, store, { metrics: METRICS, ...range }, asker)
  if (!days) return { range: null, currency: store.currency, weaknesses: [], healthy: 0, unknown: [] }
  const figures = Object.fromEntries(METRICS.map((id) => [id, numberOf(totals[id])]))
  const [industry, sameness, quality] = await Promise.all([
    readIndustryConversion(context, store.id),
    readSameness(context, store, days),
    readQuality(context, store.id),
  ])
  const { uv = null, buyers = null, cvr = null, stockOutRate = null, stockCoverDays = null } = figures
  const checks = [
    conversionCheck({ uv, buyers, cvr }, industry, days),
    samenessCheck(sameness),
    ...dataChecks(quality, context.clock.now()),
    ...supplyChecks({ stockOutRate, stockCoverDays }, days),
  ]
  const unknown = checks.filter(({ check }) => judgeCheck(check) === 'unknown')
  return {
    range: days,
    currency: store.currency,
    weaknesses: checks.flatMap(weaknessOf),
    healthy: checks.filter(({ check }) => judgeCheck(check) === 'healthy').length,
    unknown: unknown.map(({ id, nameZh, nameEn, whyZh, whyEn }) => ({ id, nameZh, nameEn, whyZh, whyEn })),
  }
}
