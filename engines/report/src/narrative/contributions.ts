import { CONTRIBUTION_RULES, type Contribution, contributions, type PartDays } from '@zhanggui/analysis'
import { figure, type Sentence } from '../document.ts'
import type { Answer, AnswerRow } from '../library/ask.ts'
import { numberOf, queryRef, say, type Telling, unitOf, valueName } from '../library/telling.ts'
import { comparedOf } from './compared.ts'

/** At most so many are named in each direction, never more than half of all values, and none that made less than this share of the change. */
const NAMED_MAX = 2
const NAMED_SHARE = 0.1

const periodsOf = (answer: Answer, grain: string): string[] =>
  [...new Set(answer.rows.map((row) => String(row[grain] ?? '')))].sort()

/** A value's figure period by period, both sides in the same order; a period without it is 0 on that side. */
function partDays(answer: Answer, { grain, dimension, metric }: Cut): PartDays[] {
  const hidden = new Set(answer.incomparable.filter((one) => one.metric === metric).map(({ period }) => period))
  const periods = periodsOf(answer, grain).filter((period) => !hidden.has(period))
  const byValue = Map.groupBy(answer.rows, (row) => String(row[dimension] ?? ''))
  return [...byValue].map(([id, rows]) => {
    const at = new Map(rows.map((row): [string, AnswerRow] => [String(row[grain] ?? ''), row]))
    const side = (column: string) => periods.map((period) => numberOf(at.get(period) ?? {}, column) ?? 0)
    return { id, before: side(`${metric}Compare`), after: side(metric) }
  })
}

/** Cut by one time grain and one dimension, with a comparison; for metrics that add up. */
export type Cut = { grain: string; dimension: string; metric: string }

/** What each value of a dimension did to the change, largest first; empty where there is nothing to compare with. */
export function contributionsOf(answer: Answer, cut: Cut): Contribution[] {
  if (answer.compareRange === null) return []
  return contributions(partDays(answer, cut), CONTRIBUTION_RULES)
}

type Part = Contribution & { name: string }

function namedSentence(telling: Telling, answer: Answer, { parts, up, metric }: Named): Sentence[] {
  if (parts.length === 0) return []
  const ref = queryRef(answer.ask, [metric])
  const pieces = parts.flatMap(({ name, change }, i) => [
    i > 0 ? say(telling, '、', ', ') : '',
    `${name} `,
    figure(Math.abs(change), unitOf(telling, metric), ref),
  ])
  const { name, period, against } = comparedOf(telling, answer, metric)
  const lead = up
    ? say(telling, `${name}增加最多的是：`, `${name} grew most in: `)
    : say(telling, `${name}减少最多的是：`, `${name} decreased most in: `)
  return [
    {
      pieces: [lead, ...pieces, say(telling, `（比${against}）。`, ` (against ${against}).`)],
      claim: { metric, period, comparison: against },
    },
  ]
}
type Named = { parts: readonly Part[]; up: boolean; metric: string }

/**
 * The values that made the change and are more than chance: at most two that rose and two that fell.
 * Silent about values whose days differ as much anyway, and about those that made less than a tenth of all movement.
 */
export function whyParts(telling: Telling, answer: Answer, cut: Cut): Sentence[] {
  const all = contributionsOf(answer, cut)
  const named = Math.min(NAMED_MAX, Math.max(1, Math.floor(all.length / 2)))
  const moved = all.reduce((sum, { change }) => sum + Math.abs(change), 0)
  const worthSaying = all
    .filter(({ id, isSignificant, change }) => id !== '' && isSignificant && Math.abs(change) >= NAMED_SHARE * moved)
    .map((part) => ({ ...part, name: valueName(telling, answer, cut.dimension, part.id) }))
  const [rose, fell] = [worthSaying.filter(({ change }) => change > 0), worthSaying.filter(({ change }) => change < 0)]
  return [
    ...namedSentence(telling, answer, { parts: rose.slice(0, named), up: true, metric: cut.metric }),
    ...namedSentence(telling, answer, { parts: fell.slice(0, named), up: false, metric: cut.metric }),
  ]
}
