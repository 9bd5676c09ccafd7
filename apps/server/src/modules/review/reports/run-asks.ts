import type { QueryResult, Store } from '@zhanggui/contract'
import type { Answer, Ask } from '@zhanggui/report'
import type { Context } from '../../../context.ts'
import { InsightFailure } from '../../insight/insight-failure.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'

/** Questions at a time: as many as the fact store answers beside each other. */
const AT_ONCE = 4

const requestOf = ({ by = [], filters = [], metrics, ...rest }: Ask) => ({
  ...rest,
  metrics: [...metrics],
  by: [...by],
  filters: filters.map(({ values, ...filter }) => ({ ...filter, values: [...values] })),
})

const base = (column: string): string => column.replace(/Compare$/, '')

function answerOf(ask: Ask, result: QueryResult): Answer {
  return {
    ask,
    rows: result.rows,
    totals: result.totals,
    range: result.range,
    compareRange: result.compareRange,
    incomparable: result.partial
      .filter(({ comparable }) => !comparable)
      .map(({ period, column }) => ({ period, metric: base(column) })),
    labels: result.labels ?? {},
  }
}

/** A question that the asker may not ask has no answer; every other failure is a bug of the declaration and throws. */
async function runAsk(context: Context, store: Store, ask: Ask, asker: Asker | undefined): Promise<Answer | null> {
  try {
    return answerOf(ask, await runQuery(context, store, requestOf(ask), asker))
  } catch (error) {
    if (error instanceof InsightFailure && error.code === 'not_permitted_metric') return null
    throw error
  }
}

/** The answers to a report's questions, by their keys; the same question is asked once. */
export async function runAsks(
  context: Context,
  store: Store,
  asks: ReadonlyMap<string, Ask>,
  asker: Asker | undefined,
): Promise<Map<string, Answer | null>> {
  const byText = Map.groupBy(asks, ([, ask]) => JSON.stringify(ask))
  const waiting = [...byText.values()]
  const answers = new Map<string, Answer | null>()
  const work = async (): Promise<void> => {
    for (let same = waiting.shift(); same; same = waiting.shift()) {
      const [first] = same
      const answer = first ? await runAsk(context, store, first[1], asker) : null
      for (const [key] of same) answers.set(key, answer)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return answers
}
