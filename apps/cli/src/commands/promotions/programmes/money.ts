import { writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import type { ProgrammeStatement } from '@zhanggui/contract'
import type { Command } from 'commander'
import { type ActOptions, addAsOption } from '../../../act-as.ts'
import { usageFailure } from '../../../cli-failure.ts'
import { renderTable } from '../../../output/render-table.ts'
import type { Shell } from '../../../shell.ts'
import { moneyText } from '../figures.ts'
import { withPromotions } from '../with-promotions.ts'
import type { AddProgrammeCommand } from './index.ts'

const LINES = [
  { header: '日期 day', align: 'left' },
  { header: '单号 case', align: 'left' },
  { header: '摘要 memo', align: 'left' },
  { header: '金额 amount', align: 'right' },
  { header: '余额 balance', align: 'right' },
] as const

function statementText(shell: Shell, { lines, openingCents, closingCents, sha256 }: ProgrammeStatement): string {
  const money = (cents: number) => moneyText(shell, cents)
  const rows = lines.map(({ day, caseId, memo, cents, balanceCents }) => [
    day,
    caseId,
    memo,
    money(cents),
    money(balanceCents),
  ])
  return [
    shell.say({ zh: `期初 ${money(openingCents)}`, en: `Opening ${money(openingCents)}` }),
    renderTable(LINES, rows),
    shell.say({ zh: `期末 ${money(closingCents)}`, en: `Closing ${money(closingCents)}` }),
    `SHA-256 ${sha256}`,
  ].join('\n')
}

const XLSX = '.xlsx'
type StatementOptions = { account: string; from?: string; through?: string; out?: string }

export const addStatement: AddProgrammeCommand = (programmes, run) => {
  programmes
    .command('statement <store> <programme>')
    .description('一个账户的对账单，可写成 XLSX 或 CSV / statement of one account')
    .requiredOption('--account <account>', '账户，如 payable/donee / the account')
    .option('--from <day>', '从哪天 / first day')
    .option('--through <day>', '到哪天（含）/ last day')
    .option('--out <file>', '.xlsx 或 .csv / file to write')
    .action((store: string, programme: string, given: StatementOptions, command: Command) =>
      run(command, async (shell) => {
        const { account, from, through, out } = given
        const query = {
          account,
          ...(from === undefined ? {} : { fromDay: from }),
          ...(through === undefined ? {} : { throughDay: through }),
        }
        const kind = out === undefined ? XLSX : extname(out).toLowerCase()
        if (kind !== XLSX && kind !== '.csv')
          throw usageFailure('unknown_format', {
            zh: `“${out}”应以 .csv 或 .xlsx 结尾。`,
            en: `"${out}" has to end in .csv or .xlsx.`,
          })
        const format = kind === XLSX ? 'xlsx' : 'csv'
        const made = await withPromotions(
          shell,
          { store, options: {}, permission: 'plan:read' },
          async (context, api, as) => {
            const statement = await api.readStatement(context, as.store, { programme, query })
            return { statement, file: await api.exportStatement(statement, { format, language: shell.language }) }
          },
        )
        if (out === undefined) {
          shell.answer(made.statement, () => statementText(shell, made.statement))
          return
        }
        const path = resolve(out)
        await writeFile(path, made.file.bytes)
        const rows = made.statement.lines.length
        shell.answer({ file: path, rows }, () =>
          shell.say({ zh: `已写入 ${path}（${rows} 行）`, en: `Wrote ${path} (${rows} rows)` }),
        )
      }),
    )
}

type PayoutOptions = ActOptions & { account: string; cents: string; proof: string; received?: boolean }

export const addPayout: AddProgrammeCommand = (programmes, run) => {
  addAsOption(programmes.command('payout <store> <programme>'))
    .description('申请结算：付款或收款，由另一人批准后入账 / settle: booked when a second person agrees')
    .requiredOption('--account <account>', '账户，如 payable/donee / the account')
    .requiredOption('--cents <number>', '金额（分），不超过台账未结数 / amount in fen')
    .requiredOption('--proof <text>', '凭证号 / number of the transfer or receipt')
    .option('--received', '是收款，不是付款 / received, not paid')
    .action((store: string, programme: string, given: PayoutOptions, command: Command) =>
      run(command, async (shell) => {
        const { account, cents, proof, received, ...options } = given
        const direction = received ? ('received' as const) : ('paid' as const)
        const input = { account, cents: Number(cents), proof, direction }
        const asked = await withPromotions(
          shell,
          { store, options, permission: 'plan:write' },
          (context, api, { caller, store: shop }) => api.askPayout(context, caller, shop, { programme, input }),
        )
        shell.answer(asked, () =>
          asked.performed
            ? shell.say({ zh: '已入账（只有一位可审批的人）', en: 'Booked (nobody else could approve it)' })
            : shell.say({
                zh: `等待另一人审批：${asked.request}`,
                en: `Waiting for a second person: ${asked.request}`,
              }),
        )
      }),
    )
}
