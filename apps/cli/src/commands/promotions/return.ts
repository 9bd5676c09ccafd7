import { RETURN_POLICIES, type ReturnGoods, type ReturnPolicy } from '@zhanggui/contract'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import { parseNamesOption } from '../../parse-option.ts'
import { parseMoneyOption } from '../budget/start.ts'
import type { AddPromoCommand } from './index.ts'
import { withPromotions } from './with-promotions.ts'

type Unit = { lineId: string; units: number }
type Options = ActOptions & {
  id: string
  line: Unit[]
  postage?: string[]
  agree?: number
  deduct?: number
  policy?: ReturnPolicy
  reason: string
  preview: boolean
}

/** `l0001=2` gives two units of a line back; the option may stand several times. */
function parseUnits(text: string, before: Unit[]): Unit[] {
  const [, lineId, units] = /^(.+)=(\d+)$/.exec(text) ?? []
  if (lineId === undefined) throw new InvalidArgumentError('请写成 行号=件数 / write it as line=units')
  return [...before, { lineId, units: Number(units) }]
}

const requestOf = ({ id, line, postage, agree, deduct, policy, reason }: Options): ReturnGoods => ({
  id,
  lines: line,
  reason,
  ...(postage && { postageOf: postage }),
  ...(agree !== undefined && { agreed: { cents: agree } }),
  ...(deduct !== undefined && { deductCents: deduct }),
  ...(policy && { policy }),
})

export const addPromoReturn: AddPromoCommand = (promo, run) => {
  addAsOption(promo.command('return <store> <order>'))
    .description('退货退款：任意件数、运费、协商金额，逐分说明 / units, postage or an agreed amount come back')
    .requiredOption('--id <id>', '本次退款编号，重复无害 / id of this return; a repeat changes nothing')
    .requiredOption('--reason <text>', '理由 / reason')
    .option('--line <line=units>', '退哪一行几件，可写多次 / units of a line, may be repeated', parseUnits, [])
    .option('--postage <shops>', '退这些店铺的运费 / postage of these shops', parseNamesOption)
    .option('--agree <amount>', '商品留下，协商退的金额 / given for goods that stay', parseMoneyOption)
    .option('--deduct <amount>', '协商扣除的金额 / kept of this refund', parseMoneyOption)
    .addOption(
      new Option('--policy <policy>', '按实付分摊，或按留下的重算 / shares paid, or the rest priced again').choices(
        RETURN_POLICIES,
      ),
    )
    .option('--preview', '只算不退 / reckon only, store nothing', false)
    .action((store: string, order: string, options: Options, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options, permission: 'plan:write' as const }
        const done = await withPromotions(shell, given, (context, api, as) => {
          const caller = { store: as.store, actor: as.caller.actor }
          const give = options.preview ? api.previewReturn : api.returnGoods
          return give(context, caller, order, requestOf(options))
        })
        shell.answer(done, () => done.explanation.map((sentence) => shell.say(sentence)).join('\n'))
      }),
    )
}
