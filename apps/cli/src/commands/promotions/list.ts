import { PromotionState } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import { moneyText, stateText } from './figures.ts'
import type { AddPromoCommand } from './index.ts'
import { withPromotions } from './with-promotions.ts'

const COLUMNS = [
  { header: '编号 id', align: 'left' },
  { header: '名称 name', align: 'left' },
  { header: '状态 state', align: 'left' },
  { header: '开始 from', align: 'left' },
  { header: '结束 until', align: 'left' },
  { header: '已花 spent', align: 'right' },
  { header: '预算 budget', align: 'right' },
] as const

export const addPromoList: AddPromoCommand = (promo, run) => {
  promo
    .command('list <store>')
    .description('列出促销 / promotions of a shop')
    .addOption(new Option('--state <state>', '只看某种状态 / of one state').choices(PromotionState.options))
    .action((store: string, { state }: { state?: PromotionState }, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options: {}, permission: 'plan:read' as const }
        const promotions = await withPromotions(shell, given, (context, api, as) =>
          api.listPromotions(context, as.store.id, state === undefined ? {} : { state }),
        )
        shell.answer({ promotions }, () =>
          renderTable(
            COLUMNS,
            promotions.map(({ id, name, state: at, from, until, burn }) => {
              const spent = moneyText(shell, burn.lockedCents + burn.usedCents)
              return [id, name, stateText(shell, at), from, until, spent, moneyText(shell, burn.budgetCents)]
            }),
          ),
        )
      }),
    )
}
