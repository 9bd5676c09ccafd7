import { type DriversAnswer, SolveDrivers, type Store } from '@zhanggui/contract'
import {
  cellKey,
  DRIVERS,
  type Driver,
  type DriverAnswer,
  growDrivers,
  solveDrivers as solve,
  solveGrowth,
} from '@zhanggui/goals'
import { type Period, parsePeriod, periodDays } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { Asker } from '../../insight/run-query.ts'
import { lastYear } from './last-year.ts'
import { loadGoals } from './load-goals.ts'
import { readFigures } from './read-figures.ts'
import { visitorsToYearEnd } from './visitors-to-year-end.ts'
import { yearEndFigure } from './year-end-figure.ts'

type Four = Record<Driver, number>
type Known = Record<Driver, number | null>

/** Metrics of the catalogue behind the equation: the paid basis, per buyer. */
const METRIC: Readonly<Record<Driver, string>> = { gmv: 'paid', uv: 'uv', cvr: 'cvr', aov: 'aov' }

const NAMES: Readonly<Record<Driver, { zh: string; en: string }>> = {
  gmv: { zh: '支付金额', en: 'paid amount' },
  uv: { zh: '访客数', en: 'UV' },
  cvr: { zh: '转化率', en: 'CVR' },
  aov: { zh: '客单价', en: 'AOV' },
}

type Asked = { period: Period; scope: Record<string, string>; asker?: Asker | undefined }

/** Last year's figures to its end, so that growth is counted from where the plan's own targets count it. */
async function lastYearDrivers(context: Context, store: Store, { period, scope, asker }: Asked): Promise<Known> {
  const before = lastYear(period)
  const toDate = await driversToDate(context, store, { period: before, scope, asker })
  if (toDate.gmv === null) return toDate
  const { figure: gmv } = await yearEndFigure(context, store, { metric: METRIC.gmv, period, scope }, toDate.gmv)
  const atSameRates = solve({ ...toDate, gmv, uv: null })
  const uv = visitorsToYearEnd(toDate.uv, atSameRates.kind === 'solved' ? Math.ceil(atSameRates.values.uv) : null)
  return gmv === toDate.gmv ? toDate : { ...toDate, gmv, uv }
}

async function driversToDate(context: Context, store: Store, { period, scope, asker }: Asked): Promise<Known> {
  const cells = DRIVERS.map((d) => ({ metric: METRIC[d], period, scope }))
  const figures = await readFigures(context, store, cells, { until: periodDays(period).to, asker })
  const of = (driver: Driver): number | null => figures.get(cellKey(METRIC[driver], period, scope)) ?? null
  return { gmv: of('gmv'), uv: of('uv'), cvr: of('cvr'), aov: of('aov') }
}

const isComplete = (base: Known): base is Four => DRIVERS.every((d) => base[d] !== null)
const percent = (rate: number): string => `${rate >= 0 ? '+' : '−'}${(Math.abs(rate) * 100).toFixed(2)}%`
const listed = (drivers: readonly Driver[], language: 'zh' | 'en'): string =>
  drivers.map((d) => NAMES[d][language]).join(language === 'zh' ? '、' : ', ')

/** The answer in a sentence. */
function words(answer: DriverAnswer): { messageZh: string; messageEn: string } {
  switch (answer.kind) {
    case 'solved':
      return {
        messageZh: `给定其余三项，${NAMES[answer.solved].zh}由等式得出。`,
        messageEn: `With the other three given, ${NAMES[answer.solved].en} follows.`,
      }
    case 'consistent':
      return { messageZh: '四项互相一致。', messageEn: 'The four agree.' }
    case 'overdetermined': {
      const uv = answer.slacks.find((s) => s.driver === 'uv') ?? answer.slacks[0]
      const slack = uv ? percent(uv.slack) : ''
      return {
        messageZh: `四项同时给定且互相矛盾：其余三项不变时，${uv ? NAMES[uv.driver].zh : ''}应为 ${slack}。请放开其中一项。`,
        messageEn: `All four are given and contradict each other: with the other three, ${uv ? NAMES[uv.driver].en : ''} would be ${slack}. Leave one open.`,
      }
    }
    case 'underdetermined':
      return {
        messageZh: `还差 ${answer.missing.length - 1} 项：${listed(answer.missing, 'zh')}只能留一项待求。`,
        messageEn: `${answer.missing.length - 1} more needed: only one of ${listed(answer.missing, 'en')} can be left open.`,
      }
    case 'impossible':
      return {
        messageZh: `没有合适的${NAMES[answer.driver].zh}能满足这组数值；请检查其余三项。`,
        messageEn: `No ${NAMES[answer.driver].en} fits these figures; check the other three.`,
      }
  }
}

/** Whole people and fen; what is needed of visitors is rounded up. */
const wholeValues = ({ gmv, uv, cvr, aov }: Four): Known => ({
  gmv: Math.round(gmv),
  // A product of decimals lies a hair beside the whole number that it means.
  uv: Math.ceil(uv - 1e-6 * Math.max(1, uv)),
  cvr,
  aov: Math.round(aov),
})

function growthOf(values: Four | null, base: Known): Known | null {
  if (!values || !isComplete(base)) return null
  const over = (d: Driver): number | null => (base[d] === 0 ? null : values[d] / base[d] - 1)
  return { gmv: over('gmv'), uv: over('uv'), cvr: over('cvr'), aov: over('aov') }
}

/** Growth rates without last year's figures: last year is 1, so that values are indices. */
const indices = (answer: DriverAnswer): Known | null =>
  'values' in answer
    ? { gmv: answer.values.gmv - 1, uv: answer.values.uv - 1, cvr: answer.values.cvr - 1, aov: answer.values.aov - 1 }
    : null

function asAnswer(answer: DriverAnswer, base: Known, basePeriod: string, growthOnly: boolean): DriversAnswer {
  const values = 'values' in answer ? answer.values : null
  const anyBase = DRIVERS.some((d) => base[d] !== null)
  return {
    kind: answer.kind,
    driver: answer.kind === 'solved' ? answer.solved : answer.kind === 'impossible' ? answer.driver : null,
    values: values && !growthOnly ? wholeValues(values) : null,
    growth: growthOnly ? indices(answer) : growthOf(values, base),
    slacks: answer.kind === 'overdetermined' ? answer.slacks : [],
    missing: answer.kind === 'underdetermined' ? answer.missing : [],
    base: anyBase ? base : null,
    basePeriod: anyBase ? basePeriod : null,
    ...words(answer),
  }
}

/**
 * GMV = UV × CVR × AOV for a plan: three given, the fourth found; four given, the slack of each said (P2.03). Last year's
 * figures come from the data; growth rates are solved without them where there are none.
 */
export async function solveDrivers(
  context: Context,
  store: Store,
  planId: string,
  request: SolveDrivers,
  asker?: Asker,
): Promise<DriversAnswer> {
  const { as, given, period, scope } = parseInput(SolveDrivers, request)
  const { plan } = await loadGoals(context, store, planId)
  const asked = parsePeriod(period ?? String(plan.year))
  const before = lastYear(asked)
  const base = await lastYearDrivers(context, store, { period: asked, scope, asker })
  if (as === 'values') return asAnswer(solve(given), base, before, false)
  if (!isComplete(base)) return asAnswer(solveGrowth(given), base, before, true)
  return asAnswer(solve(growDrivers(base, given)), base, before, false)
}
