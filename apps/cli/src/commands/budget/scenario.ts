import type { ScenarioAnswer, ScenarioFigures } from '@zhanggui/contract'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Shell } from '../../shell.ts'
import { budgetFigures, budgetTable } from './figures.ts'
import type { AddBudgetCommand } from './index.ts'
import { addBudgetOptions, type BudgetOptions, withBudget } from './with-budget.ts'

type ScenarioOptions = BudgetOptions & {
  inflation: number
  on: 'offSite' | 'all'
  response: 'sameSpend' | 'sameVolume'
  roi: Record<string, number>
  price: number
  volume: number
}

/** A change in percent as basis points. @example parsePercentOption('-12.5%') // -1250 */
export function parsePercentOption(text: string): number {
  const match = /^([+-]?)(\d{1,4})(?:\.(\d{1,2}))?\s*%?$/.exec(text.trim())
  if (!match) throw new InvalidArgumentError('应为百分数，如 20 或 -12.5% / a percentage')
  const [, sign, whole = '', fraction = ''] = match
  const value = Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
  return sign === '-' ? -value : value
}

/** `keyword=-20%`, once for each channel; `all=-20%` for those that are not named. */
function collectRoi(text: string, before: Record<string, number>): Record<string, number> {
  const [channel = '', change = ''] = text.split('=')
  if (channel === '') throw new InvalidArgumentError('应为 渠道=变化 / write channel=change')
  return { ...before, [channel]: parsePercentOption(change) }
}

function render(answer: ScenarioAnswer, currency: string, shell: Shell): string {
  const { money, ratio, count } = budgetFigures(shell, currency)
  const row = (name: string, pick: (f: ScenarioFigures) => string): string[] => [
    name,
    pick(answer.base),
    pick(answer.shocked),
  ]
  const names = {
    zh: ['花费', '成交总额', '费用率', '新客', '获客成本'],
    en: ['Spend', 'GMV', 'Fee ratio', 'New buyers', 'CAC'],
  }[shell.language]
  const [spend = '', gmv = '', fee = '', buyers = '', cac = ''] = names
  const heads = { zh: ['', '>预期', '>情景'], en: ['', '>Expected', '>Scenario'] }
  return budgetTable(heads[shell.language], [
    row(spend, (f) => money(f.spendCents)),
    row(gmv, (f) => money(f.gmvCents)),
    row(fee, (f) => ratio(f.feeRatio)),
    row(buyers, (f) => count(f.newBuyers === null ? null : Math.round(f.newBuyers))),
    row(cac, (f) => money(f.cacCents === null ? null : Math.round(f.cacCents))),
  ])
}

export const addBudgetScenario: AddBudgetCommand = (budget, run) => {
  addBudgetOptions(budget.command('scenario <store>'))
    .description('情景推演：成本上涨、投产变化、价格战 / what if')
    .option('--inflation <percent>', '媒体价格年涨幅，按月复利 / yearly rise of media prices', parsePercentOption, 0)
    .addOption(
      new Option('--on <what>', '哪些渠道涨价 / which channels').choices(['offSite', 'all']).default('offSite'),
    )
    .addOption(
      new Option('--response <how>', '花费不变或流量不变 / same spend or same volume')
        .choices(['sameSpend', 'sameVolume'])
        .default('sameSpend'),
    )
    .option('--roi <channel=percent>', '渠道投产变化，可重复；all 为其余 / change of return', collectRoi, {})
    .option('--price <percent>', '价格变化 / change of prices', parsePercentOption, 0)
    .option('--volume <percent>', '销量变化 / change of quantity', parsePercentOption, 0)
    .action((store: string, options: ScenarioOptions, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options, permission: 'plan:read' } as const
        const { answer, currency } = await withBudget(shell, given, async (context, api, caller) => ({
          currency: caller.shop.currency,
          answer: await api.answerScenario(context, caller, {
            costInflationBp: options.inflation,
            inflationOn: options.on,
            response: options.response,
            roiChangeBp: options.roi,
            priceChangeBp: options.price,
            volumeChangeBp: options.volume,
          }),
        }))
        shell.answer(answer, () => render(answer, currency, shell))
      }),
    )
}
