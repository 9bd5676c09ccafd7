import type { AskCategoryMix, CategoryMix } from '@zhanggui/contract'
import type { Command } from 'commander'
import type { Shell } from '../../shell.ts'
import { budgetFigures, budgetTable } from '../budget/figures.ts'
import { parsePercentOption } from '../budget/scenario.ts'
import { addPlanOption, type PlanOption } from '../plan/plan-option.ts'
import type { AddGoalsCommand } from './index.ts'
import { parseTotal } from './spread.ts'
import { withGoals } from './with-goals.ts'

type MixOptions = PlanOption & {
  total?: number
  highShare?: number
  highMargin?: number
  floor?: number
  cap?: number
  dryRun: boolean
}

const HEADS = {
  zh: ['类目', '>过去一年', '>毛利率', '>下限', '>上限', '>目标', '>增长'],
  en: ['Category', '>Year before', '>Margin', '>Floor', '>Cap', '>Target', '>Growth'],
}

function render(mix: CategoryMix, currency: string, shell: Shell): string {
  const { money, share, ratio } = budgetFigures(shell, currency)
  const rows = mix.categories.map((c) => [
    c.category || '–',
    money(c.lastYearCents),
    share(c.marginBp),
    money(c.floorCents),
    money(c.capCents),
    money(c.targetCents),
    ratio(c.growth),
  ])
  const [profit, more] = [money(mix.profitCents), money(mix.profitCents - mix.plainProfitCents)]
  const words = shell.say({
    zh: `毛利 ${profit}，比照过去一年的比例多 ${more}。`,
    en: `Earns ${profit}, ${more} more than in last year’s proportions.`,
  })
  return `${budgetTable(HEADS[shell.language], rows)}\n${words}`
}

function askedOf({ total, highShare, highMargin, floor, cap, dryRun }: MixOptions, revision: number): AskCategoryMix {
  return {
    revision,
    apply: !dryRun,
    ...(total === undefined ? {} : { totalCents: total }),
    ...(highShare === undefined ? {} : { highMarginMinBp: highShare }),
    rules: {
      ...(highMargin === undefined ? {} : { highMarginBp: highMargin }),
      ...(floor === undefined ? {} : { floorBp: floor }),
      ...(cap === undefined ? {} : { capBp: cap }),
    },
  }
}

export const addGoalsMix: AddGoalsCommand = (goals, run) => {
  addPlanOption(goals.command('mix <store>'))
    .description('毛利最高的品类组合，写入类目目标 / the category mix that earns most, as goals')
    .option('--total <amount>', '全年总额，默认取全年目标 / total, by default the year’s goal', parseTotal)
    .option('--high-share <percent>', '高毛利品类至少占 / least share of high-margin categories', parsePercentOption)
    .option('--high-margin <percent>', '毛利率达到多少算高 / a margin from here on is high', parsePercentOption)
    .option('--floor <percent>', '下限：过去一年的 / floor, of the year before', parsePercentOption)
    .option('--cap <percent>', '潜力：过去一年的 / potential, of the year before', parsePercentOption)
    .option('--dry-run', '只预览 / only show', false)
    .action((store: string, options: MixOptions, command: Command) =>
      run(command, async (shell) => {
        const { mix, currency } = await withGoals(shell, { store, plan: options.plan }, async (at) => ({
          currency: at.view.currency,
          mix: await at.goals.categoryMix(at.context, at.caller, at.store, options.plan, {
            request: askedOf(options, at.view.revision),
          }),
        }))
        shell.answer(mix, () => render(mix, currency, shell))
      }),
    )
}
