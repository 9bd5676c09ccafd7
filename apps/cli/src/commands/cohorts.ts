import type { CohortRequest, CohortResult } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import { formatFigure } from '../output/format-figure.ts'
import type { Language } from '../output/language.ts'
import { renderTable } from '../output/render-table.ts'
import { addRangeOptions, type RangeOptions } from '../range-options.ts'
import type { RunCommand } from '../run-command.ts'
import { withContext } from '../with-context.ts'

type CohortOptions = Pick<RangeOptions, 'from' | 'to'> & Required<Pick<CohortRequest, 'grain' | 'measure'>>

function render(
  result: CohortResult,
  options: { unit: 'money' | 'count'; currency: string; language: Language },
): string {
  const { language } = options
  const periods = Math.max(0, ...result.cohorts.map((c) => c.values.length))
  const columns = [
    { header: language === 'zh' ? '首购' : 'Cohort', align: 'left' as const },
    { header: language === 'zh' ? '人数' : 'Buyers', align: 'right' as const },
    ...Array.from({ length: periods }, (_, k) => ({ header: `+${k}`, align: 'right' as const })),
  ]
  const rows = result.cohorts.map((c) => [
    c.cohort,
    formatFigure(c.size, { ...options, unit: 'count' }),
    ...c.values.map((value) => formatFigure(value, options)),
  ])
  return renderTable(columns, rows)
}

export function addCohortsCommand(program: Command, run: RunCommand): void {
  const cohorts = program
    .command('cohorts <store>')
    .description('同期群：首购后各期回来多少人 / buyers by first purchase, and who came back when')
    .addOption(new Option('--grain <period>', '周期 / period').choices(['week', 'month', 'quarter']).default('month'))
    .addOption(
      new Option('--measure <what>', '人数或金额 / people or money').choices(['buyers', 'paid']).default('buyers'),
    )
  addRangeOptions(cohorts).action((store: string, options: CohortOptions, command: Command) =>
    run(command, async (shell) => {
      const { result, currency } = await withContext(shell, async (context, server) => {
        const found = await server.getStore(context, store)
        return { result: await server.runCohorts(context, found, options), currency: found.currency }
      })
      const unit = options.measure === 'paid' ? 'money' : 'count'
      shell.answer(result, () => render(result, { unit, currency, language: shell.language }))
    }),
  )
}
