import { type Block, figure, type Sentence } from '../document.ts'
import type { PackDayFact } from '../library/facts.ts'
import type { Section } from '../library/report-kind.ts'
import { numberOf, queryRef, say, type Telling } from '../library/telling.ts'
import { headed, paragraphOf } from './write.ts'

export type WeekOfMonth = { week: string; days: number; paidCents: number; packedCents: number | null }

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  const back = (at.getUTCDay() + 6) % 7
  return new Date(at.getTime() - back * 86_400_000).toISOString().slice(0, 10)
}

/**
 * A month's days gathered by week, each day once: a week over two months gives each month only its own days. `packedCents` is what
 * the weekly packs said of the same days; null where a week has no pack.
 */
export function weeksOfMonth(
  days: readonly { day: string; paidCents: number }[],
  packs: readonly PackDayFact[],
): WeekOfMonth[] {
  const packed = new Map(packs.map(({ day, packed: figureOfDay }) => [day, figureOfDay.value]))
  return [...Map.groupBy(days, ({ day }) => mondayOf(day))].map(([week, own]) => {
    const said = own.map(({ day }) => packed.get(day) ?? null)
    return {
      week,
      days: own.length,
      paidCents: own.reduce((sum, { paidCents }) => sum + paidCents, 0),
      packedCents: said.every((value) => value !== null) ? said.reduce<number>((sum, v) => sum + (v ?? 0), 0) : null,
    }
  })
}

function lateSentences(telling: Telling, packs: readonly PackDayFact[]): Sentence[] {
  const moved = packs.filter(({ packed, now }) => packed.value !== now.value)
  const [first] = moved
  if (!first) return []
  const sum = moved.reduce((all, { packed, now }) => all + (now.value ?? 0) - (packed.value ?? 0), 0)
  return [
    {
      pieces: [
        say(telling, '周会包之后有 ', 'After the weekly packs were made '),
        figure(moved.length, 'count', first.now.ref),
        say(telling, ' 天的数据被补录或更正，合计差 ', ' days were supplied or corrected, '),
        figure(sum, 'money', first.now.ref),
        say(telling, '。', ' in all.'),
      ],
    },
  ]
}

/** The month's weeks add up to the month, and each is held against what its weekly pack said (P14.06). */
export const RECONCILE: Section = {
  needs: ['packs'],
  asks: ({ from, to }) => ({ days: { metrics: ['paid'], by: ['day'], from, to } }),
  write(telling): Block[] {
    const answer = telling.answers.get('days')
    if (!answer?.range) return []
    const days = answer.rows.flatMap((row) => {
      const paidCents = numberOf(row, 'paid')
      return paidCents === null ? [] : [{ day: String(row.day), paidCents }]
    })
    const packs = telling.facts.packs ?? []
    const ref = queryRef(answer.ask, ['paid'])
    const money = (value: number | null) => figure(value, 'money', ref)
    const weeks = weeksOfMonth(days, packs)
    if (weeks.length === 0) return []
    const total = numberOf(answer.totals, 'paid')
    return headed(
      telling,
      ['与周会包核对', 'Held against the weekly packs'],
      [
        ...paragraphOf(...lateSentences(telling, packs)),
        {
          kind: 'table',
          title: say(
            telling,
            '各周只计本月的天数，合计等于本月',
            'Each week with its days in the month; they add up to the month',
          ),
          columns: [
            { title: say(telling, '周（周一）', 'Week of'), align: 'left', width: 3 },
            { title: say(telling, '本月天数', 'Days'), align: 'right', width: 2 },
            { title: say(telling, '支付金额', 'Paid'), align: 'right', width: 3 },
            { title: say(telling, '周会包所报', 'In the pack'), align: 'right', width: 3 },
          ],
          rows: [
            ...weeks.map((one) => ({
              cells: [one.week, figure(one.days, 'days', ref), money(one.paidCents), money(one.packedCents)],
            })),
            {
              strong: true,
              sum: true,
              cells: [
                say(telling, '本月', 'Month'),
                figure(days.length, 'days', ref),
                money(total),
                money(
                  weeks.every(({ packedCents }) => packedCents !== null)
                    ? weeks.reduce((s, w) => s + (w.packedCents ?? 0), 0)
                    : null,
                ),
              ],
            },
          ],
        },
      ],
    )
  },
}
