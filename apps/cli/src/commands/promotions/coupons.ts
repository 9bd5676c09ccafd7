import { randomUUID } from 'node:crypto'
import { type CouponBatch, IssueCoupons } from '@zhanggui/contract'
import type { Command } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import { renderTable } from '../../output/render-table.ts'
import { parseCountOption } from '../../parse-option.ts'
import { readJsonFile } from '../../read-json-file.ts'
import type { RunCommand } from '../../run-command.ts'
import { withPromotions } from './with-promotions.ts'

type Add = (coupons: Command, run: RunCommand) => void

const COLUMNS = [
  { header: '编号 id', align: 'left' },
  { header: '名称 name', align: 'left' },
  { header: '总量 total', align: 'right' },
  { header: '已领 claimed', align: 'right' },
  { header: '占用 locked', align: 'right' },
  { header: '已用 used', align: 'right' },
  { header: '过期 expired', align: 'right' },
] as const

const row = ({ id, name, total, claimed, locked, used, expired }: CouponBatch): string[] => [
  id,
  name,
  ...[total, claimed, locked, used, expired].map(String),
]

const addIssue: Add = (coupons, run) => {
  addAsOption(coupons.command('issue <store> <file>'))
    .description('由 JSON 文件发一批券；--codes 同时生成兑换码 / a batch of coupons from a JSON file')
    .option('--codes <count>', '兑换码个数，只显示这一次 / codes, told this once', parseCountOption)
    .action((store: string, file: string, { codes, ...options }: ActOptions & { codes?: number }, command: Command) =>
      run(command, async (shell) => {
        const input = await readJsonFile(file, IssueCoupons)
        const given = { store, options, permission: 'plan:write' as const }
        const issued = await withPromotions(shell, given, async (context, api, { caller }) => {
          const id = await api.issueCoupons(context, caller, input)
          const made = codes ? await api.makeCodes(context, caller, id, { count: codes, usesEach: 1 }) : []
          return { batch: await api.readBatch(context, caller.store, id), codes: made }
        })
        shell.answer(issued, () => [renderTable(COLUMNS, [row(issued.batch)]), ...issued.codes].join('\n'))
      }),
    )
}

const addClaim: Add = (coupons, run) => {
  coupons
    .command('claim <store>')
    .description('替买家领一张券 / claim a coupon for a buyer')
    .requiredOption('--buyer <id>', '买家 ID，进门即加密 / the buyer, hashed at the door')
    .option('--batch <id>', '券批次 / batch')
    .option('--code <code>', '兑换码 / code')
    .option('--id <id>', '本次领取的编号，重复无害 / id of this claim; a repeat changes nothing')
    .action((store: string, given: { buyer: string; batch?: string; code?: string; id?: string }, command: Command) =>
      run(command, async (shell) => {
        const { buyer: buyerId, id = randomUUID(), batch, code } = given
        const claim = {
          id,
          buyerId,
          ...(batch === undefined ? {} : { batch }),
          ...(code === undefined ? {} : { code }),
        }
        const rights = { store, options: {}, permission: 'plan:write' as const }
        const coupon = await withPromotions(shell, rights, (context, api, as) =>
          api.claimCoupon(context, as.store, claim),
        )
        shell.answer(coupon, () => `${coupon.id}  ${coupon.name}  ${coupon.expiresAt}`)
      }),
    )
}

const addList: Add = (coupons, run) => {
  coupons
    .command('list <store>')
    .description('券批次与用量 / batches with where their coupons stand')
    .action((store: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options: {}, permission: 'plan:read' as const }
        const batches = await withPromotions(shell, given, (context, api, as) => api.listBatches(context, as.store.id))
        shell.answer({ batches }, () => renderTable(COLUMNS, batches.map(row)))
      }),
    )
}

export function addCouponCommands(program: Command, run: RunCommand): void {
  const coupons = program.command('coupons').description('优惠券：发放、领取、用量 / coupons of a shop')
  for (const add of [addIssue, addClaim, addList]) add(coupons, run)
}
