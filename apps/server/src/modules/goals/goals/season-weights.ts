import type { Store } from '@zhanggui/contract'
import { ForecastError, seasonalShape } from '@zhanggui/forecast'
import type { GoalScope } from '@zhanggui/goals'
import { daysBetween, type Period, parseDay, periodDays } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { occasionRulesOf, readCountedOccasions } from '../../campaigns/calendar/read-shop-calendar.ts'
import { runQuery } from '../../insight/run-query.ts'

/** The course of a plan year: what share of the year each period has; shares of periods without overlap add up. */
export type Season = {
  share(period: Period): number
  warnings: { code: string; messageZh: string; messageEn: string }[]
}

type Asked = { metric: string; scope: GoalScope; year: number }

const LEVEL = {
  code: 'level_season',
  messageZh: '历史数据不足四周，暂按天数平均分配；导入去年的数据后可重新分解。',
  messageEn: 'Less than four weeks of history: spread by days. Import last year’s data and spread again.',
}

const SEASON_WARNINGS: Readonly<Record<string, { zh: string; en: string }>> = {
  partYearHistory: {
    zh: '历史不足一年，没有见过的月份按平均水平处理。',
    en: 'Less than a year of history: months that were never seen are taken as level.',
  },
  negativeDaysCut: { zh: '历史中有负数的日子，按 0 处理。', en: 'Days below zero in the history count as 0.' },
  eventUnseen: {
    zh: '有些活动在历史中没有出现过，没有计入起伏：',
    en: 'Some events were never seen in the history and have no effect: ',
  },
}

/** Every day before the plan year that the data covers, oldest first. */
async function dailyHistory(context: Context, store: Store, { metric, scope, year }: Asked) {
  const filters = Object.entries(scope).map(([dimension, value]) => ({ dimension, op: 'in' as const, values: [value] }))
  const question = { metrics: [metric], by: ['day'], to: `${year}-01-01`, filters, fillGaps: true, limit: 100_000 }
  const { rows } = await runQuery(context, store, question)
  const values = rows.map((row) => (typeof row[metric] === 'number' ? row[metric] : null))
  const first = rows[0]?.day
  return typeof first === 'string' ? { start: parseDay(first), values } : null
}

function levelSeason(year: number): Season {
  const days = daysBetween(parseDay(`${year}-01-01`), parseDay(`${year + 1}-01-01`))
  return {
    share: (period) => {
      const { from, to } = periodDays(period)
      return daysBetween(from, to) / days
    },
    warnings: [LEVEL],
  }
}

/** Sums of the first n weights, so that a period's share is one subtraction. */
function running(weights: readonly number[]): number[] {
  const sums = [0]
  for (const w of weights) sums.push((sums.at(-1) ?? 0) + w)
  return sums
}

/**
 * The course of the plan year learnt from the days before it: weekdays, the time of the year, campaigns and lunar festivals
 * on the plan year's own dates. With too little history every day weighs the same, and a warning says so.
 */
export async function readSeason(context: Context, store: Store, asked: Asked): Promise<Season> {
  const history = await dailyHistory(context, store, asked)
  if (!history) return levelSeason(asked.year)
  const rules = occasionRulesOf(await readCountedOccasions(context, store.id))
  try {
    const { start, weights, warnings } = seasonalShape({ history, year: asked.year, rules })
    const sums = running(weights)
    const at = (day: Parameters<typeof daysBetween>[1]): number =>
      sums[Math.min(Math.max(daysBetween(start, day), 0), weights.length)] ?? 0
    return {
      share: (period) => {
        const { from, to } = periodDays(period)
        return at(to) - at(from)
      },
      warnings: warnings.map(({ code, detail }) => ({
        code,
        messageZh: `${SEASON_WARNINGS[code]?.zh ?? code}${code === 'eventUnseen' ? `${detail}。` : ''}`,
        messageEn: `${SEASON_WARNINGS[code]?.en ?? code}${code === 'eventUnseen' ? `${detail}.` : ''}`,
      })),
    }
  } catch (error) {
    if (error instanceof ForecastError) return levelSeason(asked.year)
    throw error
  }
}
