import type { Block, TableRow } from '../document.ts'
import type { GoalFact } from '../library/facts.ts'
import type { Section } from '../library/report-kind.ts'
import { say, type Telling } from '../library/telling.ts'
import { sayAttainment } from '../narrative/attainment.ts'
import { differenceCell, headed, paragraphOf, ratioCell } from './write.ts'

const STATUS: Readonly<Record<GoalFact['status'], readonly [string, string]>> = {
  achieved: ['达成', 'achieved'],
  atRisk: ['有风险', 'at risk'],
  behind: ['落后', 'behind'],
  unset: ['未设目标', 'no target'],
  unknown: ['无数据', 'no data'],
}

const LISTED_MAX = 20

function goalRow(telling: Telling, { name, figures, status }: GoalFact): TableRow {
  return {
    cells: [
      name,
      figures.target,
      figures.actual,
      ratioCell(figures.actual, figures.target),
      differenceCell(figures.actual, figures.target),
      say(telling, ...STATUS[status]),
    ],
  }
}

/** Goals beside what came of them: the largest in a sentence, all in the table. */
export const GOALS: Section = {
  needs: ['goals'],
  write(telling): Block[] {
    const goals = (telling.facts.goals ?? []).filter(({ target }) => target !== null)
    const [first] = goals
    if (!first) return []
    return headed(
      telling,
      ['目标完成', 'Against the goals'],
      [
        ...paragraphOf(...sayAttainment(telling, first)),
        {
          kind: 'table',
          title: say(telling, '目标与完成', 'Goals and figures'),
          columns: [
            { title: say(telling, '目标', 'Goal'), align: 'left', width: 4 },
            { title: say(telling, '目标值', 'Target'), align: 'right', width: 3 },
            { title: say(telling, '完成', 'Done'), align: 'right', width: 3 },
            {
              title: say(telling, '完成率', 'Share'),
              align: 'right',
              width: 2,
              formula: { kind: 'ratio', over: 2, under: 1 },
            },
            {
              title: say(telling, '差额', 'Gap'),
              align: 'right',
              width: 3,
              formula: { kind: 'difference', of: 2, less: 1 },
            },
            { title: say(telling, '预计', 'Heading for'), align: 'left', width: 2 },
          ],
          rows: goals.slice(0, LISTED_MAX).map((goal) => goalRow(telling, goal)),
        },
      ],
    )
  },
}
