import type { CreatePlan } from '@zhanggui/contract'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { withContext } from '../../with-context.ts'
import type { AddPlanCommand } from './index.ts'

type NewOptions = {
  year: number
  name?: string
  from: NonNullable<CreatePlan['from']>
  copyOf?: string
  growth: number
}

function parseYear(text: string): number {
  const year = Number(text)
  if (!/^\d{4}$/.test(text) || year < 2000 || year > 2100)
    throw new InvalidArgumentError('应为 2000–2100 的年份 / a year from 2000 to 2100')
  return year
}

/** `30%` or `0.3` as basis points. */
export function parseGrowth(text: string): number {
  const match = /^([+-]?\d+(?:\.\d+)?)(%?)$/.exec(text.trim())
  const points = match ? Math.round(Number(match[1]) * (match[2] ? 100 : 10_000)) : Number.NaN
  if (Number.isNaN(points)) throw new InvalidArgumentError('应为 30% 或 0.3 / such as 30% or 0.3')
  return points
}

export const addPlanNew: AddPlanCommand = (plan, run) => {
  plan
    .command('new <store>')
    .description('新建规划：空白、复制或按去年数据 / a new plan: empty, a copy, or from last year’s data')
    .requiredOption('--year <year>', '年份 / year', parseYear)
    .option('--name <name>', '名称 / name')
    .addOption(
      new Option('--from <what>', '从哪里开始 / what to begin with')
        .choices(['empty', 'copy', 'data'])
        .default('empty'),
    )
    .option('--copy-of <id>', '被复制的规划 / plan to copy')
    .option('--growth <rate>', '按数据新建时的年销售增长 / growth of yearly sales, with --from data', parseGrowth, 0)
    .action((storeId: string, options: NewOptions, command: Command) =>
      run(command, async (shell) => {
        const { year, from, copyOf, growth } = options
        const name = options.name ?? `${year} 年度规划`
        const made = await withContext(shell, async (context, server) => {
          const store = await server.getStore(context, storeId)
          const caller = { store: store.id, actor: shell.actor, role: 'owner' as const }
          const input = { year, name, from, growthBp: growth, ...(copyOf ? { copyOf } : {}) }
          return server.createPlan(context, caller, store, input, server.buildFromData)
        })
        shell.answer(made.summary, () =>
          shell.say({ zh: `已新建 ${made.summary.id}（${name}）`, en: `Made ${made.summary.id} (${name})` }),
        )
      }),
    )
}
