import type { Store } from '@zhanggui/contract'
import type { Command } from 'commander'
import { renderTable } from '../output/render-table.ts'
import type { RunCommand } from '../run-command.ts'
import { withContext } from '../with-context.ts'

type CreateOptions = {
  name?: string
  currency: string
  timezone: string
  platform: string
  founded?: string
}

const storeTable = (stores: readonly Store[]): string =>
  renderTable(
    [
      { header: '编号 id', align: 'left' },
      { header: '名称 name', align: 'left' },
      { header: '货币', align: 'left' },
      { header: '时区', align: 'left' },
      { header: '平台', align: 'left' },
    ],
    stores.map((s) => [s.id, s.name, s.currency, s.timezone, s.platform]),
  )

export function addStoreCommands(program: Command, run: RunCommand): void {
  const store = program.command('store').description('店铺：新建、列出 / shops: create, list')

  store
    .command('create <id>')
    .description('新建店铺 / create a shop')
    .option('--name <name>', '店铺名称，默认用编号 / name, the id by default')
    .option('--currency <code>', '货币，三个大写字母 / ISO 4217 code', 'CNY')
    .option('--timezone <zone>', '时区，决定一天从何时开始 / IANA time zone of the business day', 'Asia/Shanghai')
    .option('--platform <platform>', 'tmall, taobao, jd, own, …', 'tmall')
    .option('--founded <day>', '开店日期 / day the shop opened, YYYY-MM-DD')
    .action((id: string, options: CreateOptions, command: Command) =>
      run(command, async (shell) => {
        const { name = id, currency, timezone, platform, founded = null } = options
        const input = { id, name, currency, timezone, platform, foundedDay: founded }
        const made = await withContext(shell, (context, server) =>
          server.createStore(context, input, { actor: shell.actor }),
        )
        shell.answer(made, () => storeTable([made]))
      }),
    )

  store
    .command('list')
    .description('列出店铺 / list shops')
    .action((_options: unknown, command: Command) =>
      run(command, async (shell) => {
        const stores = await withContext(shell, (context, server) => server.listStores(context))
        shell.answer({ stores }, () => storeTable(stores))
      }),
    )
}
