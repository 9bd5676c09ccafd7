import type { PaymentReminderReport } from '@zhanggui/contract'
import type { Command } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import { addRangeOptions, type RangeOptions } from '../../range-options.ts'
import type { RunCommand } from '../../run-command.ts'
import type { Shell } from '../../shell.ts'
import { moneyText } from '../promotions/figures.ts'
import { withOrders } from './with-orders.ts'

const COLUMNS = [
  { header: '计划 plan', align: 'left' },
  { header: '等付款 waiting', align: 'right' },
  { header: '已发 sent', align: 'right' },
  { header: '催了 reminded', align: 'right' },
  { header: '对照 left alone', align: 'right' },
  { header: '催回 recovered', align: 'right' },
  { header: '95% 区间 bounds', align: 'left' },
] as const

const row =
  (shell: Shell) =>
  ({ name, waiting, messages, effect }: PaymentReminderReport): string[] => {
    const money = (cents: number | null): string => (cents === null ? '–' : moneyText(shell, cents))
    const { treated, held, recoveredCents, lowCents, highCents } = effect
    const counts = [waiting, messages.sent, treated.people, held.people].map(String)
    return [
      name,
      ...counts,
      money(recoveredCents),
      lowCents === null ? '–' : `${money(lowCents)} ~ ${money(highCents)}`,
    ]
  }

/** `zhanggui order reminders`: what reminders of unpaid orders brought, against people left alone. */
export function addReminders(order: Command, run: RunCommand): void {
  addRangeOptions(order.command('reminders <store>'))
    .description('催付：发了多少，比不催的人多付了多少 / payment reminders: what they sent and recovered')
    .action((store: string, { from, to }: Partial<RangeOptions>, command: Command) =>
      run(command, async (shell) => {
        const reports = await withOrders(shell, { store, options: {}, permission: 'plan:read' }, (context, api, as) =>
          api.reportReminders(context, as.store, { ...(from && { from }), ...(to && { to }) }),
        )
        shell.answer(reports, () => renderTable(COLUMNS, reports.plans.map(row(shell))))
      }),
    )
}
