import { type Block, figure, type Sentence, type TableRow } from '../document.ts'
import type { Answer, AnswerRow } from '../library/ask.ts'
import type { Section } from '../library/report-kind.ts'
import {
  dimensionName,
  figureOf,
  metricName,
  numberOf,
  queryRef,
  say,
  type Telling,
  valueName,
} from '../library/telling.ts'
import { STRETCHES, type Stretch, stretchAsks, stretchName } from './page-stretches.ts'
import { headed, paragraphOf } from './write.ts'

const METRICS = ['pageViewers', 'pageCvr'] as const
const BY = ['page', 'pageVersion'] as const
/** Of the viewers of a page after the campaign, how many may still see its campaign version: a cache may keep it for a few. */
const LEFT_OVER_MAX = 0.02

type Known = { stretch: Stretch; answer: Answer; rows: ReadonlyMap<string, AnswerRow> }

const keyOf = (row: AnswerRow): string => BY.map((dimension) => String(row[dimension] ?? '')).join('\n')

const knownStretches = (telling: Telling): Known[] =>
  STRETCHES.flatMap((stretch) => {
    const answer = telling.answers.get(stretch)
    return answer?.range ? [{ stretch, answer, rows: new Map(answer.rows.map((row) => [keyOf(row), row])) }] : []
  })

/** Pages whose campaign version is still seen when the campaign is over. */
function leftOver(telling: Telling, { answer }: Known): Sentence[] {
  const viewers = (row: AnswerRow): number => numberOf(row, 'pageViewers') ?? 0
  const byPage = Map.groupBy(answer.rows, ({ page }) => String(page ?? ''))
  return [...byPage].flatMap(([page, rows]): Sentence[] => {
    const all = rows.reduce((sum, row) => sum + viewers(row), 0)
    const still = rows
      .filter(({ pageVersion }) => pageVersion === 'campaign')
      .reduce((sum, row) => sum + viewers(row), 0)
    if (page === '' || all === 0 || still / all <= LEFT_OVER_MAX) return []
    const ref = queryRef(answer.ask, ['pageViewers'])
    return [
      {
        pieces: [
          say(telling, `活动结束后，看 ${page} 页的 `, `After the campaign, of `),
          figure(all, 'count', ref),
          say(telling, ' 人次里仍有 ', ` viewers of ${page} still `),
          figure(still, 'count', ref),
          say(telling, ' 看到的是活动版，请换回日常版。', ' saw its campaign version: put the everyday one back.'),
        ],
      },
    ]
  })
}

function versionRow(telling: Telling, known: readonly Known[], key: string): TableRow {
  const [page = '', version = ''] = key.split('\n')
  const [first] = known
  return {
    cells: [
      page,
      first ? valueName(telling, first.answer, 'pageVersion', version) : version,
      ...known.flatMap(({ answer, rows }) =>
        METRICS.map((metric) => figureOf(telling, answer, metric, numberOf(rows.get(key) ?? {}, metric))),
      ),
    ],
  }
}

/** Each version of each page with its own conversion, before, during and after a campaign (P14.19). */
export const PAGE_VERSIONS: Section = {
  asks: (period) => stretchAsks(period, { metrics: METRICS, by: BY, limit: 500 }),
  write(telling): Block[] {
    const known = knownStretches(telling)
    const keys = [...new Set(known.flatMap(({ rows }) => [...rows.keys()]))]
      .filter((key) => !key.startsWith('\n'))
      .sort()
    if (keys.length === 0) return []
    const after = known.find(({ stretch }) => stretch === 'after')
    return headed(
      telling,
      ['各版本的转化', 'Conversion of each version'],
      [
        ...(after ? paragraphOf(...leftOver(telling, after)) : []),
        {
          kind: 'table',
          title: say(telling, '日常版、活动版与促销页', 'Everyday, campaign and promotion pages'),
          columns: [
            { title: dimensionName(telling, 'page'), align: 'left', width: 3 },
            { title: dimensionName(telling, 'pageVersion'), align: 'left', width: 2 },
            ...known.flatMap(({ stretch }) =>
              METRICS.map((metric) => ({
                title: `${metricName(telling, metric)}·${stretchName(telling, stretch)}`,
                align: 'right' as const,
                width: 3,
              })),
            ),
          ],
          rows: keys.map((key) => versionRow(telling, known, key)),
        },
      ],
    )
  },
}
