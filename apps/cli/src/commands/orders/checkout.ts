import type { CheckoutStepLoss } from '@zhanggui/contract'
import type { Command } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import { addRangeOptions, type RangeOptions } from '../../range-options.ts'
import type { RunCommand } from '../../run-command.ts'
import type { Shell } from '../../shell.ts'
import { withOrders } from './with-orders.ts'

const COLUMNS = [
  { header: '步骤 step', align: 'left' },
  { header: '到达 reached', align: 'right' },
  { header: '流失 lost', align: 'right' },
  { header: '原因 reasons', align: 'left' },
] as const

const row =
  (shell: Shell) =>
  ({ nameZh, nameEn, reached, lost, reasons }: CheckoutStepLoss): string[] => [
    shell.say({ zh: nameZh, en: nameEn }),
    String(reached),
    String(lost),
    reasons
      .map(({ reason, lost: left }) => `${reason || shell.say({ zh: '未说明', en: 'untold' })} ${left}`)
      .join(', '),
  ]

/** `zhanggui order checkout`: where checkouts are left and why. */
export function addCheckout(order: Command, run: RunCommand): void {
  addRangeOptions(order.command('checkout <store>'))
    .description('支付路径：每一步流失多少、为什么 / the way to the payment: what each step loses and why')
    .action((store: string, { from, to }: Partial<RangeOptions>, command: Command) =>
      run(command, async (shell) => {
        const asked = { store, options: {}, permission: 'metrics:read' as const }
        const report = await withOrders(shell, asked, (context, api, as) =>
          api.reportCheckout(context, as.store, { ...(from && { from }), ...(to && { to }) }),
        )
        shell.answer(report, () => renderTable(COLUMNS, report.steps.map(row(shell))))
      }),
    )
}
