import type { TradeStatus } from '@zhanggui/contract'
import type { Command } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import type { Shell } from '../../shell.ts'
import type { AddTradeCommand } from './index.ts'
import { withTrade } from './with-trade.ts'

const COLUMNS = [
  { header: '项目 what', align: 'left' },
  { header: '数值 value', align: 'right' },
] as const

function textOf(shell: Shell, status: TradeStatus): string {
  if (status.state === 'none')
    return shell.say({
      zh: '还没有商品交给交易核心，先用 trade open',
      en: 'Nothing is open yet; begin with trade open',
    })
  if (status.state === 'damaged')
    return Object.entries(status.damage)
      .map((pair) => pair.join(': '))
      .join('\n')
  const { items, stock, orders, journal, snapshot, recovery } = status.figures
  const rows: [string, number | string][] = [
    ['商品 items', items],
    ['可售 free', stock.free],
    ['待付款 held', stock.held],
    ['定金已付 locked', stock.locked],
    ['已售 sold', stock.sold],
    ['订单容量 capacity', orders.capacity],
    ['日志记录 journal records', journal?.sequence ?? '–'],
    ['日志字节 journal bytes', journal?.bytes ?? '–'],
    ['快照 snapshot', snapshot?.at ?? '–'],
    ['启动毫秒 start ms', recovery?.tookMs ?? '–'],
    ['重放记录 replayed', recovery?.recordsReplayed ?? '–'],
  ]
  return renderTable(
    COLUMNS,
    rows.map(([name, value]) => [name, String(value)]),
  )
}

export const addTradeFigures: AddTradeCommand = (trade, run) => {
  trade
    .command('figures <store>')
    .description('核心的状态：库存、订单、日志、快照、上次启动 / state of the core')
    .action((store: string, _options: object, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options: {}, permission: 'plan:read' as const }
        const status = await withTrade(shell, given, (context, api, caller) =>
          api.readTradeStatus(context, caller.store),
        )
        shell.answer(status, () => textOf(shell, status))
      }),
    )
}
