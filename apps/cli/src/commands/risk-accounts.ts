import type { LinkRiskMark, RiskAccountPerson, RiskAccountsShared } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import { type ActOptions, actingCaller, addAsOption } from '../act-as.ts'
import { usageFailure } from '../cli-failure.ts'
import { renderTable } from '../output/render-table.ts'
import type { RunCommand } from '../run-command.ts'
import type { Shell } from '../shell.ts'
import { withContext } from '../with-context.ts'

const left = (header: string) => ({ header, align: 'left' as const })
const right = (header: string) => ({ header, align: 'right' as const })

const STANDING: Record<RiskAccountPerson['marks'][number]['standing'], string> = {
  ties: '认定依据 ties',
  tooLittle: '单凭它不认定 too little',
  tooMany: '用的人太多 too many',
  own: '没有共用 own',
  unlinked: '已解除 taken off',
}

const marksTable = ({ marks }: RiskAccountPerson): string =>
  renderTable(
    [
      left('种类 kind'),
      left('标记 mark'),
      left('作用 effect'),
      left('账号 account'),
      left('最近 last seen'),
      left('解除 off'),
    ],
    marks.flatMap(({ kind, mark, standing, holders, everybody }) =>
      holders.map(({ account, seenAt, unlinked }) => [
        kind,
        mark,
        STANDING[standing],
        account,
        seenAt,
        everybody?.reason ?? unlinked?.reason ?? '–',
      ]),
    ),
  )

const offersTable = ({ offers }: RiskAccountPerson): string =>
  renderTable(
    [left('优惠 offer'), right('上限 limit'), left('账号 account'), right('已用 used')],
    offers.flatMap(({ name, limit, used }) =>
      used.map(({ account, times }) => [name, limit === null ? '–' : String(limit), account, String(times)]),
    ),
  )

function personText(person: RiskAccountPerson, shell: Shell): string {
  const { accountCount, accounts, marks, offers } = person
  const head = shell.say(
    accountCount > 1
      ? { zh: `${accountCount} 个账号视为同一个人`, en: `${accountCount} accounts are one person` }
      : { zh: '没有关联账号', en: 'no linked account' },
  )
  const orders = renderTable(
    [left('账号 account'), right('订单 orders'), left('最近 last')],
    accounts.map((one) => [one.account, String(one.orders), one.lastDay ?? '–']),
  )
  return [
    head,
    orders,
    ...(marks.length > 0 ? [marksTable(person)] : []),
    ...(offers.length > 0 ? [offersTable(person)] : []),
  ].join('\n\n')
}

const sharedText = ({ shared, unlinked }: RiskAccountsShared): string =>
  [
    renderTable(
      [
        left('种类 kind'),
        left('标记 mark'),
        right('账号数 accounts'),
        left('其中一个 one of them'),
        left('最近 last seen'),
      ],
      shared.map(({ kind, mark, accounts, account, seenAt }) => [kind, mark, String(accounts), account, seenAt]),
    ),
    renderTable(
      [left('已解除 taken off'), left('标记 mark'), left('对谁 of'), left('原因 reason'), left('操作人 by')],
      unlinked.map(({ kind, mark, account, reason, by }) => [kind, mark, account ?? '所有人 everybody', reason, by]),
    ),
  ].join('\n\n')

type LookOptions = ActOptions & { id?: string; account?: string }

function addLook(risk: Command, run: RunCommand): void {
  addAsOption(risk.command('accounts <store>'))
    .description('关联账号：谁和谁视为同一个人 / which accounts are held to be one person')
    .addOption(
      new Option('--id <buyer>', '买家 ID，加密后查找 / the buyer’s id, hashed at the door').conflicts('account'),
    )
    .option('--account <hash>', '账号的加密编号 / the account’s hash')
    .action((id: string, { id: buyerId, account, ...options }: LookOptions, command: Command) =>
      run(command, async (shell) => {
        const found = await withContext(shell, async (context, server) => {
          const store = (await server.getStore(context, id)).id
          if (account !== undefined) return { person: await server.risk.readAccountPerson(context, store, account) }
          if (buyerId === undefined) return { list: await server.risk.listSharedMarks(context, store) }
          const permission = 'trade:write' as const
          const caller = await actingCaller(shell, { context, server, store, options, permission })
          return { person: await server.risk.findAccount(context, caller, { buyerId }) }
        })
        const { person, list } = found
        if (person) shell.answer(person, () => personText(person, shell))
        else if (list) shell.answer(list, () => sharedText(list))
      }),
    )
}

type LinkOptions = ActOptions & { account: string; mark: string; everybody: boolean; reason: string }

/** `device:1f2e…`, as the list writes kind and mark. Errors: a usage failure. */
function parseMark(text: string): Pick<LinkRiskMark, 'kind' | 'mark'> {
  const [, kind, mark] = /^(payment|device|address):([0-9a-f]{32})$/.exec(text) ?? []
  if (kind === undefined || mark === undefined)
    throw usageFailure('usage', {
      zh: `--mark 要写成 种类:标记，例如 device:1f2e…（32 位），见 zhanggui risk accounts；现在是“${text}”。`,
      en: `--mark takes kind:mark, such as device:1f2e… (32 digits), as zhanggui risk accounts lists them; got "${text}".`,
    })
  return { kind: kind as LinkRiskMark['kind'], mark }
}

function addLinking(risk: Command, run: RunCommand, way: 'unlink' | 'relink'): void {
  const words = {
    unlink: '解除认错的标记，以后不再认定 / take a wrong mark off for good',
    relink: '恢复解除过的标记 / let a mark count again',
  }
  addAsOption(risk.command(`${way} <store>`))
    .description(words[way])
    .requiredOption('--account <hash>', '账号的加密编号 / the account’s hash')
    .requiredOption('--mark <kind:mark>', '标记 / the mark')
    .option('--everybody', '对所有账号 / of every account', false)
    .requiredOption('--reason <words>', '原因，不要写买家姓名或账号 / reason, without a buyer’s name or account')
    .action((id: string, { account, mark, everybody, reason, ...options }: LinkOptions, command: Command) =>
      run(command, async (shell) => {
        const asked = { ...parseMark(mark), of: everybody ? ('everybody' as const) : ('account' as const), reason }
        const person = await withContext(shell, async (context, server) => {
          const store = (await server.getStore(context, id)).id
          const permission = 'trade:write' as const
          const caller = await actingCaller(shell, { context, server, store, options, permission })
          const change = way === 'unlink' ? server.risk.unlinkMark : server.risk.relinkMark
          return change(context, caller, account, asked)
        })
        shell.answer(person, () => personText(person, shell))
      }),
    )
}

/** `zhanggui risk accounts`, `unlink`, `relink`: accounts of one person, and what was wrongly taken for one. */
export function addAccountCommands(risk: Command, run: RunCommand): void {
  addLook(risk, run)
  addLinking(risk, run, 'unlink')
  addLinking(risk, run, 'relink')
}
