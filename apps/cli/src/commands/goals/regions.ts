import type { RegionTargets } from '@zhanggui/contract'
import type { Command } from 'commander'
import type { Shell } from '../../shell.ts'
import { budgetFigures, budgetTable } from '../budget/figures.ts'
import { addPlanOption, type PlanOption } from '../plan/plan-option.ts'
import type { AddGoalsCommand } from './index.ts'
import { parseTotal } from './spread.ts'
import { withGoals } from './with-goals.ts'

type RegionOptions = PlanOption & { total?: number; dryRun: boolean }
type Quadrant = NonNullable<RegionTargets['regions'][number]['quadrant']>

const QUADRANT: Readonly<Record<Quadrant, { zh: string; en: string }>> = {
  breakthrough: { zh: '突破', en: 'break through' },
  consolidate: { zh: '巩固', en: 'consolidate' },
  deepen: { zh: '深耕', en: 'deepen' },
  watch: { zh: '观察', en: 'watch' },
}

const HEADS = {
  zh: ['区域', '定位', '>买家数', '>万人渗透', '>客单价', '>过去一年', '>目标', '>增长'],
  en: ['Region', 'Position', '>Buyers', '>Per 10,000', '>AOV', '>Year before', '>Target', '>Growth'],
}

function render({ regions }: RegionTargets, currency: string, shell: Shell): string {
  const { money, ratio, count, multiple } = budgetFigures(shell, currency)
  const rows = regions.map((r) => [
    r.region || '–',
    r.quadrant === null ? '–' : shell.say(QUADRANT[r.quadrant]),
    count(r.buyers),
    multiple(r.penetration === null ? null : r.penetration * 10_000),
    money(Math.round(r.spendCents)),
    money(r.paidCents),
    money(r.targetCents),
    ratio(r.growth),
  ])
  return budgetTable(HEADS[shell.language], rows)
}

export const addGoalsRegions: AddGoalsCommand = (goals, run) => {
  addPlanOption(goals.command('regions <store>'))
    .description('按渗透率与消费力给区域定位并分目标 / place regions and give out the year’s target')
    .option('--total <amount>', '全年总额，默认取全年目标 / total, by default the year’s goal', parseTotal)
    .option('--dry-run', '只预览 / only show', false)
    .action((store: string, { plan, total, dryRun }: RegionOptions, command: Command) =>
      run(command, async (shell) => {
        const { placed, currency } = await withGoals(shell, { store, plan }, async (at) => {
          const asked = {
            revision: at.view.revision,
            apply: !dryRun,
            ...(total === undefined ? {} : { totalCents: total }),
          }
          const placed = await at.goals.planRegions(at.context, at.caller, at.store, plan, asked)
          return { placed, currency: at.view.currency }
        })
        shell.answer(placed, () => render(placed, currency, shell))
      }),
    )
}
