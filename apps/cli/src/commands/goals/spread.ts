import type { GoalsChanged, SpreadGoals } from '@zhanggui/contract'
import { parseAmount } from '@zhanggui/kernel'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import { parseNamesOption } from '../../parse-option.ts'
import type { Shell } from '../../shell.ts'
import { parseGrowth } from '../plan/new.ts'
import { addPlanOption, type PlanOption } from '../plan/plan-option.ts'
import type { AddGoalsCommand } from './index.ts'
import { type GoalsAtWork, goalFigure, goalTitle, withGoals } from './with-goals.ts'

type SpreadOptions = PlanOption & {
  metric: string
  total?: number
  growth?: number
  by: string[]
  goal?: string
  shape: NonNullable<SpreadGoals['shape']>
  dryRun: boolean
}

/** `2000000`, `200万` or `1.2亿` in the shop's currency, as minor units. */
export function parseTotal(text: string): number {
  const amount = parseAmount(text)
  if (amount.ok && amount.value > 0) return amount.value
  throw new InvalidArgumentError('应为大于 0 的金额，如 2000000 或 200万 / an amount above 0 such as 2000000')
}

/** Amounts come in hundredths; a count is meant as it was written. */
async function inUnit(hundredths: number, metric: string): Promise<number> {
  const { findMetric } = await import('@zhanggui/metrics')
  return findMetric(metric)?.unit === 'money' ? hundredths : Math.round(hundredths / 100)
}

/** Rows that people want to see after a split: everything but the cells of the last axis, which can be thousands. */
const SHOWN = 40

function render(changed: GoalsChanged, { view }: GoalsAtWork, shell: Shell): string {
  const columns = [
    { header: shell.say({ zh: '目标', en: 'Goal' }), align: 'left' as const },
    { header: shell.say({ zh: '期间', en: 'Period' }), align: 'left' as const },
    { header: shell.say({ zh: '目标值', en: 'Target' }), align: 'right' as const },
    { header: shell.say({ zh: '去年', en: 'Last year' }), align: 'right' as const },
  ]
  const after = new Map(changed.changes.filter((c) => c.field === 'target').map((c) => [c.id, c.after]))
  const changes = view.goals.flatMap((g) => (after.has(g.id) ? [{ ...g, target: after.get(g.id) ?? null }] : []))
  const all = [...changes, ...changed.made]
  const rows = all.slice(0, SHOWN).map((g) => {
    const figure = (value: number | null): string => goalFigure(value, g, view, shell)
    return [goalTitle(g, view, shell), g.period, figure(g.target), figure(g.baseline)]
  })
  const more = all.length - rows.length
  const tail = more > 0 ? [shell.say({ zh: `……另有 ${more} 个，见 --json`, en: `… and ${more} more, see --json` })] : []
  const done = changed.applied
    ? shell.say({
        zh: `已保存：新增 ${changed.made.length} 个，改动 ${changes.length} 个。`,
        en: `Saved: ${changed.made.length} new, ${changes.length} changed.`,
      })
    : shell.say({ zh: '只是预览，没有保存。', en: 'A preview; nothing was saved.' })
  return [
    renderTable(columns, rows),
    ...tail,
    done,
    ...changed.warnings.map((w) => shell.say({ zh: w.messageZh, en: w.messageEn })),
  ].join('\n')
}

export const addGoalsSpread: AddGoalsCommand = (goals, run) => {
  addPlanOption(goals.command('spread <store>'))
    .description('把年度目标按月、类目等分解，合计分毫不差 / split a target over periods and dimensions')
    .option('--metric <id>', '指标 / metric', 'paid')
    .option('--goal <id>', '分解已有的目标 / an existing goal instead of the year’s')
    .option('--total <amount>', '年度目标，元，可写 200万 / the target in currency units', parseTotal)
    .option('--growth <rate>', '或：比去年增长，如 30% / or growth over last year, e.g. 30%', parseGrowth)
    .requiredOption('--by <names>', 'quarter, month, day 或维度，用逗号分隔 / e.g. month,category', parseNamesOption)
    .addOption(
      new Option('--shape <shape>', '按什么起伏 / by what course of the year')
        .choices(['season', 'lastYear', 'even'])
        .default('season'),
    )
    .option('--dry-run', '只预览 / only show', false)
    .action((store: string, options: SpreadOptions, command: Command) =>
      run(command, async (shell) => {
        const { plan, metric, goal, total, growth, by, shape, dryRun } = options
        const { changed, at } = await withGoals(shell, { store, plan }, async (at) => {
          const asked: SpreadGoals = {
            revision: at.view.revision,
            apply: !dryRun,
            metric,
            by,
            shape,
            ...(goal === undefined ? {} : { goal }),
            ...(total === undefined ? {} : { total: await inUnit(total, metric) }),
            ...(growth === undefined ? {} : { growthBp: growth }),
          }
          const changed = await at.goals.spreadGoals(at.context, at.caller, at.store, plan, asked)
          return { changed, at: { ...at, view: await at.goals.viewGoals(at.context, at.store, plan) } }
        })
        shell.answer(changed, () => render(changed, at, shell))
      }),
    )
}
