import { type PromotionOrder, type PromotionOrderState, PromotionOrderState as States } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import type { Bilingual } from '../../output/language.ts'
import { renderTable } from '../../output/render-table.ts'
import { moneyText } from './figures.ts'
import type { AddPromoCommand } from './index.ts'
import { withPromotions } from './with-promotions.ts'

const COLUMNS = [
  { header: '订单 order', align: 'left' },
  { header: '状态 state', align: 'left' },
  { header: '应付 payable', align: 'right' },
  { header: '已退 refunded', align: 'right' },
  { header: '下单 placed', align: 'left' },
] as const

const STATES: Readonly<Record<PromotionOrderState, Bilingual>> = {
  locked: { zh: '待付款', en: 'to be paid' },
  deposit: { zh: '已付定金', en: 'deposit paid' },
  paid: { zh: '已付款', en: 'paid' },
  released: { zh: '已取消', en: 'let go' },
  forfeited: { zh: '定金不退', en: 'deposit kept' },
  returned: { zh: '已全退', en: 'returned' },
}

export const addPromoOrders: AddPromoCommand = (promo, run) => {
  promo
    .command('orders <store>')
    .description('用过优惠的订单，最新在前 / orders that used promotions, newest first')
    .addOption(new Option('--state <state>', '只看某种状态 / of one state').choices(States.options))
    .action((store: string, { state }: { state?: PromotionOrderState }, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options: {}, permission: 'plan:read' as const }
        const page = await withPromotions(shell, given, (context, api, as) =>
          api.listOrders(context, as.store.id, { limit: 200, offset: 0, state }),
        )
        const row = (order: PromotionOrder): string[] => [
          order.orderId,
          shell.say(STATES[order.state]),
          moneyText(shell, order.payableCents),
          moneyText(shell, order.refundedCents),
          order.placedAt,
        ]
        shell.answer(page, () => renderTable(COLUMNS, page.orders.map(row)))
      }),
    )
}
