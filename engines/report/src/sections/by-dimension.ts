import { type Block, type Figure, figure, type TableRow } from '../document.ts'
import type { Answer } from '../library/ask.ts'
import type { Section } from '../library/report-kind.ts'
import { dimensionName, figureOf, metricName, numberOf, say, type Telling, valueName } from '../library/telling.ts'
import { sayBuyerKinds } from '../narrative/buyer-kinds.ts'
import { sayComeAndGone } from '../narrative/come-and-gone.ts'
import { againstOf } from '../narrative/compared.ts'
import { sayConcentration } from '../narrative/concentration.ts'
import { whyParts } from '../narrative/contributions.ts'
import { askOver, courseGrain, growthCell, headed, paragraphOf, ratioCell } from './write.ts'

/**
 * `top` rows are shown; `beside` are further metrics of each value; `alone` compares with nothing. Only metrics that add up are cut into
 * shares.
 */
export type DimensionCut = {
  dimension: string
  metric: string
  top: number
  beside?: readonly string[]
  alone?: boolean
}

const VALUES_MAX = 5000

function tableRow(telling: Telling, answer: Answer, cut: DimensionCut, row: Answer['rows'][number]): TableRow {
  const { dimension, metric, beside = [] } = cut
  const now = figureOf(telling, answer, metric, numberOf(row, metric))
  const total = figureOf(telling, answer, metric, numberOf(answer.totals, metric))
  const before = beforeOf(telling, answer, metric, row)
  return {
    cells: [
      valueName(telling, answer, dimension, String(row[dimension] ?? '')),
      now,
      ratioCell(now, total),
      ...(before ? [before, growthCell(now, before)] : []),
      ...beside.map((id) => figureOf(telling, answer, id, numberOf(row, id))),
    ],
  }
}

/** The other side of a row; null where there is no comparison at all. */
function beforeOf(telling: Telling, answer: Answer, metric: string, row: Answer['rows'][number]): Figure | null {
  if (answer.compareRange === null) return null
  const hidden = answer.incomparable.some((one) => one.period === '' && one.metric === metric)
  return figureOf(telling, answer, metric, hidden ? null : numberOf(row, `${metric}Compare`))
}

/** What is below the shown rows, and the whole; figures of the rest are the whole less the rows, so that the column adds up. */
function closingRows(telling: Telling, answer: Answer, cut: DimensionCut, shown: readonly TableRow[]): TableRow[] {
  const { metric, beside = [] } = cut
  const wide = answer.compareRange !== null
  const total = figureOf(telling, answer, metric, numberOf(answer.totals, metric))
  const before = wide ? beforeOf(telling, answer, metric, answer.totals) : null
  const sum = (at: number): number =>
    shown.reduce((all, { cells }) => {
      const cell = cells[at]
      return all + (typeof cell === 'object' ? (cell.value ?? 0) : 0)
    }, 0)
  const rest = figure(total.value === null ? null : total.value - sum(1), total.unit, total.ref)
  const restBefore = before && figure(before.value === null ? null : before.value - sum(3), before.unit, before.ref)
  const others: TableRow = {
    cells: [
      say(telling, '其余', 'Others'),
      rest,
      ratioCell(rest, total),
      ...(restBefore ? [restBefore, growthCell(rest, restBefore)] : []),
      ...beside.map(() => '–'),
    ],
  }
  const whole: TableRow = {
    strong: true,
    sum: true,
    cells: [
      say(telling, '合计', 'Total'),
      total,
      ratioCell(total, total),
      ...(before ? [before, growthCell(total, before)] : []),
      ...beside.map((id) => figureOf(telling, answer, id, numberOf(answer.totals, id))),
    ],
  }
  return rest.value === 0 && (restBefore?.value ?? 0) === 0 ? [whole] : [others, whole]
}

/** Postage and manual entries stand on order lines too, without a piece of anything: among goods they are part of the rest. */
const isGoods = ({ dimension, beside = [] }: DimensionCut, row: Answer['rows'][number]): boolean =>
  dimension !== 'item' || !beside.includes('unitsSold') || numberOf(row, 'unitsSold') !== 0

/** A further metric that is nothing everywhere, such as coupons of a shop that gives none, would be a column of zeros. */
const hasSome = (answer: Answer, metric: string): boolean =>
  answer.rows.some((row) => (numberOf(row, metric) ?? 0) !== 0)

function dimensionTable(telling: Telling, answer: Answer, cut: DimensionCut): Block[] {
  const known = answer.rows
    .filter((row) => numberOf(row, cut.metric) !== null && numberOf(row, cut.metric) !== 0 && isGoods(cut, row))
    .toSorted((a, b) => (numberOf(b, cut.metric) ?? 0) - (numberOf(a, cut.metric) ?? 0))
  // Where no value is known there is nothing to cut: the whole stands elsewhere.
  if (known.every((row) => String(row[cut.dimension] ?? '') === '')) return []
  const shown = known.slice(0, cut.top).map((row) => tableRow(telling, answer, cut, row))
  const name = metricName(telling, cut.metric)
  const wide = answer.compareRange !== null
  return [
    {
      kind: 'table',
      title: say(
        telling,
        `${name}按${dimensionName(telling, cut.dimension)}`,
        `${name} by ${dimensionName(telling, cut.dimension)}`,
      ),
      columns: [
        { title: dimensionName(telling, cut.dimension), align: 'left', width: 4 },
        { title: name, align: 'right', width: 3 },
        { title: say(telling, '占比', 'Share'), align: 'right', width: 2, formula: { kind: 'share', of: 1 } },
        ...(wide
          ? ([
              { title: againstOf(telling, answer), align: 'right', width: 3 },
              {
                title: say(telling, '变化', 'Change'),
                align: 'right',
                width: 2,
                formula: { kind: 'growth', now: 1, before: 3 },
              },
            ] as const)
          : []),
        ...(cut.beside ?? []).map((id) => ({ title: metricName(telling, id), align: 'right' as const, width: 2 })),
      ],
      rows: [...shown, ...closingRows(telling, answer, cut, shown)],
    },
  ]
}

/** A metric by the values of a dimension: what made the change, what came and went, how much the first carry, and the table. */
export function byDimension(cut: DimensionCut): Section {
  const { dimension, metric, top, beside = [], alone = false } = cut
  return {
    asks: (period) => ({
      parts: askOver(alone ? { ...period, compare: null } : period, {
        metrics: [metric, ...beside],
        by: [dimension],
        limit: VALUES_MAX,
      }),
      ...(period.compare && !alone
        ? { days: askOver(period, { metrics: [metric], by: [courseGrain(period), dimension], limit: 100_000 }) }
        : {}),
    }),
    write(telling) {
      const answer = telling.answers.get('parts')
      const days = telling.answers.get('days')
      if (!answer?.range) return []
      const name = dimensionName(telling, dimension)
      const table = dimensionTable(telling, answer, { ...cut, beside: beside.filter((id) => hasSome(answer, id)) })
      if (table.length === 0) return []
      const sentences = [
        ...(days ? whyParts(telling, days, { grain: courseGrain(telling.period), dimension, metric }) : []),
        ...(dimension === 'buyerKind' ? sayBuyerKinds(telling, answer) : []),
        ...sayComeAndGone(telling, answer, { dimension, metric }),
        ...sayConcentration(telling, answer, { dimension, metric, top: Math.min(top, 10) }),
      ]
      return headed(telling, [`按${name}看`, `By ${name}`], [...paragraphOf(...sentences), ...table])
    },
  }
}
