import type { BusinessDay } from '@zhanggui/kernel'
import { type ComparedFacts, type Comparison, elapsedPart, type RunningDay } from '@zhanggui/metrics'
import type { Context } from '../../context.ts'
import { gatherFacts, type Subject } from './gather-facts.ts'

type Question = Omit<Parameters<typeof gatherFacts>[2], 'until' | 'parts'>

/**
 * The facts that a range is compared with. While the range is not over, its figures and its last period are asked anew for
 * the same stretch of the range compared with, so that 22 days of a month never stand beside 30.
 */
export async function gatherCompared(
  context: Context,
  subject: Subject,
  question: Question & { comparison: Comparison; compared: Question['range'] },
  data: { lastDay: BusinessDay | null; running: RunningDay | null },
): Promise<ComparedFacts> {
  const { plan, range, coverage, comparison, compared } = question
  const gather = (part: Omit<Parameters<typeof gatherFacts>[2], 'plan' | 'coverage'>) =>
    gatherFacts(context, subject, { plan, coverage, ...part })
  const { lastDay, running } = data
  const elapsed = lastDay && elapsedPart({ comparison, grain: plan.grain, range, compared }, { lastDay, running })
  if (!elapsed) {
    const facts = await gather({ range: compared })
    return { comparison, facts, totals: facts, elapsed: null, unfinished: null }
  }
  if (plan.grain === null) {
    const facts = await gather(elapsed.compared)
    return { comparison, facts, totals: facts, elapsed, unfinished: null }
  }
  const [facts, totals, unfinished] = await Promise.all([
    gather({ range: compared, parts: 'rows' }),
    gather({ ...elapsed.compared, parts: 'totals' }),
    elapsed.period && gather({ ...elapsed.period, parts: 'rows' }),
  ])
  return { comparison, facts, totals, elapsed, unfinished }
}
