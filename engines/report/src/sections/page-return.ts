import { type Block, figure, type Sentence } from '../document.ts'
import type { Answer, AnswerRow } from '../library/ask.ts'
import type { Section } from '../library/report-kind.ts'
import { dimensionName, metricName, numberOf, queryRef, say, type Telling } from '../library/telling.ts'
import { headed, paragraphOf } from './write.ts'

/** Days before and after a campaign that stand for everyday pages. */
export const EVERYDAY_DAYS = 14

const shift = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

type Stretch = { id: 'before' | 'during' | 'after'; answer: Answer | null | undefined }

const rowsByPage = (answer: Answer | null | undefined): Map<string, AnswerRow> =>
  new Map((answer?.rows ?? []).map((row) => [String(row.page ?? ''), row]))

function stillCampaign(telling: Telling, during: Answer, after: Answer): Sentence[] {
  const [then, now] = [rowsByPage(during), rowsByPage(after)]
  const known = [...then].flatMap(([page, row]) => {
    const [own, later] = [numberOf(row, 'bounceRate'), numberOf(now.get(page) ?? {}, 'bounceRate')]
    return page !== '' && own !== null && later !== null ? [{ page, own, later }] : []
  })
  const [worst] = known.toSorted((a, b) => b.later - b.own - (a.later - a.own))
  if (!worst || worst.later - worst.own <= 0) return []
  const ref = queryRef(after.ask, ['bounceRate'])
  return [
    {
      pieces: [
        say(
          telling,
          `${worst.page} 页在活动后的${metricName(telling, 'bounceRate')} `,
          `After the campaign ${metricName(telling, 'bounceRate')} of ${worst.page} is `,
        ),
        figure(worst.later, 'ratio', ref),
        say(telling, '，高于活动期间的 ', ', higher than the '),
        figure(worst.own, 'ratio', ref),
        say(telling, '，请核对该页是否已换回日常版本。', ' of the campaign: check that its everyday version is back.'),
      ],
      claim: {
        metric: 'bounceRate',
        period: say(telling, '活动后', 'after the campaign'),
        comparison: say(telling, '活动期间', 'during the campaign'),
      },
    },
  ]
}

/** Everyday pages before a campaign, its own pages, and the pages after it, side by side (P14.19). */
export const PAGE_RETURN: Section = {
  asks({ from, to }) {
    const ask = (start: string, end: string) => ({
      metrics: ['visits', 'bounceRate', 'cartRate'],
      by: ['page'],
      from: start,
      to: end,
      limit: 200,
    })
    return {
      before: ask(shift(from, -EVERYDAY_DAYS), from),
      during: ask(from, to),
      after: ask(to, shift(to, EVERYDAY_DAYS)),
    }
  },
  write(telling): Block[] {
    const stretches: Stretch[] = (['before', 'during', 'after'] as const).map((id) => ({
      id,
      answer: telling.answers.get(id),
    }))
    const known = stretches.flatMap(({ id, answer }) =>
      answer?.range ? [{ id, answer, rows: rowsByPage(answer) }] : [],
    )
    const pages = [...new Set(known.flatMap(({ rows }) => [...rows.keys()]))].filter((page) => page !== '').sort()
    const during = known.find(({ id }) => id === 'during')?.answer
    if (!during || pages.length === 0) return []
    const after = known.find(({ id }) => id === 'after')?.answer
    const names = {
      before: say(telling, '活动前', 'before'),
      during: say(telling, '活动中', 'during'),
      after: say(telling, '活动后', 'after'),
    }
    const metrics = ['visits', 'bounceRate', 'cartRate'] as const
    return headed(
      telling,
      ['页面回归核对', 'Are the everyday pages back'],
      [
        ...(after ? paragraphOf(...stillCampaign(telling, during, after)) : []),
        {
          kind: 'table',
          title: say(telling, '各页面的访问与转化', 'Visits and conversion of each page'),
          columns: [
            { title: dimensionName(telling, 'page'), align: 'left', width: 3 },
            ...known.flatMap(({ id }) =>
              metrics.map((metric) => ({
                title: `${metricName(telling, metric)}·${names[id]}`,
                align: 'right' as const,
                width: 2,
              })),
            ),
          ],
          rows: pages.map((page) => ({
            cells: [
              page,
              ...known.flatMap(({ answer, rows }) =>
                metrics.map((metric) =>
                  figure(
                    numberOf(rows.get(page) ?? {}, metric),
                    metric === 'visits' ? 'count' : 'ratio',
                    queryRef(answer.ask, [metric]),
                  ),
                ),
              ),
            ],
          })),
        },
      ],
    )
  },
}
