import { type Block, figure, type Sentence } from '../document.ts'
import type { Answer, AnswerRow } from '../library/ask.ts'
import type { Section } from '../library/report-kind.ts'
import { dimensionName, metricName, numberOf, queryRef, say, type Telling } from '../library/telling.ts'
import { STRETCHES, stretchAsks, stretchName } from './page-stretches.ts'
import { headed, paragraphOf } from './write.ts'

/** A page that more leave by so many points than during the campaign may still show it; less is how days differ. */
const HIGHER_MIN = 0.02

const METRICS = ['visits', 'bounceRate', 'cartRate'] as const

const rowsByPage = (answer: Answer | null | undefined): Map<string, AnswerRow> =>
  new Map((answer?.rows ?? []).map((row) => [String(row.page ?? ''), row]))

function stillCampaign(telling: Telling, during: Answer, after: Answer): Sentence[] {
  const [then, now] = [rowsByPage(during), rowsByPage(after)]
  const known = [...then].flatMap(([page, row]) => {
    const [own, later] = [numberOf(row, 'bounceRate'), numberOf(now.get(page) ?? {}, 'bounceRate')]
    return page !== '' && own !== null && later !== null ? [{ page, own, later }] : []
  })
  const [worst] = known.toSorted((a, b) => b.later - b.own - (a.later - a.own))
  if (!worst || worst.later - worst.own < HIGHER_MIN) return []
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
  asks: (period) => stretchAsks(period, { metrics: METRICS, by: ['page'], limit: 200 }),
  write(telling): Block[] {
    const stretches = STRETCHES.map((id) => ({ id, answer: telling.answers.get(id) }))
    const known = stretches.flatMap(({ id, answer }) =>
      answer?.range ? [{ id, answer, rows: rowsByPage(answer) }] : [],
    )
    const pages = [...new Set(known.flatMap(({ rows }) => [...rows.keys()]))].filter((page) => page !== '').sort()
    const during = known.find(({ id }) => id === 'during')?.answer
    if (!during || pages.length === 0) return []
    const after = known.find(({ id }) => id === 'after')?.answer
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
              METRICS.map((metric) => ({
                title: `${metricName(telling, metric)}·${stretchName(telling, id)}`,
                align: 'right' as const,
                width: 2,
              })),
            ),
          ],
          rows: pages.map((page) => ({
            cells: [
              page,
              ...known.flatMap(({ answer, rows }) =>
                METRICS.map((metric) =>
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
