import type { PaymentLosses } from '@zhanggui/contract'
import type { Command } from 'commander'
import { formatFigure } from '../../output/format-figure.ts'
import { renderTable } from '../../output/render-table.ts'
import { addRangeOptions, type RangeOptions } from '../../range-options.ts'
import type { RunCommand } from '../../run-command.ts'
import type { Shell } from '../../shell.ts'
import { moneyText } from '../promotions/figures.ts'
import { withOrders } from './with-orders.ts'

const COLUMNS = [
  { header: '省份 province', align: 'left' },
  { header: '拍下 placed', align: 'right' },
  { header: '未付 unpaid', align: 'right' },
  { header: '金额 value', align: 'right' },
] as const

const percentText = (shell: Shell, share: number | null): string =>
  formatFigure(share, { unit: 'ratio', currency: 'CNY', language: shell.language })

function cartLines(shell: Shell, { carts }: PaymentLosses): string {
  if (!carts) return shell.say({ zh: '没有加购记录', en: 'Nothing was put into carts' })
  const { carted, bought, open, lost, lostShare, withinHours } = carts
  const share = percentText(shell, lostShare)
  return shell.say({
    zh: `加购 ${carted}，${withinHours} 小时内买走 ${bought}，流失 ${lost}（${share}），未到时 ${open}`,
    en: `Carted ${carted}: ${bought} bought within ${withinHours} h, ${lost} lost (${share}), ${open} still open`,
  })
}

function orderLines(shell: Shell, { orders }: PaymentLosses): string {
  if (!orders) return shell.say({ zh: '没有订单', en: 'No orders' })
  const { placed, unpaid, unpaidCents, lostShare, provinces } = orders
  const money = moneyText(shell, unpaidCents)
  const whole = shell.say({
    zh: `拍下 ${placed} 单，没有付款 ${unpaid} 单（${percentText(shell, lostShare)}，${money}）`,
    en: `${placed} orders placed, ${unpaid} never paid (${percentText(shell, lostShare)}, ${money})`,
  })
  const rows = provinces.map((row) => [
    row.key,
    String(row.placed),
    String(row.unpaid),
    moneyText(shell, row.unpaidCents),
  ])
  return `${whole}\n\n${renderTable(COLUMNS, rows)}`
}

type Options = Partial<RangeOptions> & { within?: string }

/** `zhanggui order losses`: what carts and placed orders lose on the way to the payment. */
export function addLosses(order: Command, run: RunCommand): void {
  addRangeOptions(order.command('losses <store>'))
    .description('加购未买、下单未付各多少 / what carts and placed orders lose on the way to the payment')
    .option('--within <hours>', '加购后多少小时内算买走，默认 24 / hours from the cart to the purchase, 24 by default')
    .action((store: string, { from, to, within }: Options, command: Command) =>
      run(command, async (shell) => {
        const asked = { store, options: {}, permission: 'metrics:read' as const }
        const report = await withOrders(shell, asked, (context, api, as) =>
          api.reportPaymentLosses(context, as.store, {
            ...(from && { from }),
            ...(to && { to }),
            ...(within && { withinHours: Number(within) }),
          }),
        )
        shell.answer(report, () => `${cartLines(shell, report)}\n${orderLines(shell, report)}`)
      }),
    )
}
