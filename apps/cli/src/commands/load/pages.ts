import type { PageSpeed } from '@zhanggui/contract'
import type { Command } from 'commander'
import type { Bilingual } from '../../output/language.ts'
import { renderTable } from '../../output/render-table.ts'
import { addRangeOptions, type RangeOptions } from '../../range-options.ts'
import type { RunCommand } from '../../run-command.ts'
import type { Shell } from '../../shell.ts'
import { withContext } from '../../with-context.ts'

const COLUMNS = [
  { header: '页面 page', align: 'left' },
  { header: '打开 loads', align: 'right' },
  { header: '75% 毫秒 ms', align: 'right' },
  { header: '预算 budget', align: 'right' },
  { header: '跳转 jumps', align: 'right' },
  { header: '上限 most', align: 'right' },
  { header: '结论 verdict', align: 'left' },
] as const

const FAULTS: Readonly<Record<PageSpeed['faults'][number], Bilingual>> = {
  slow: { zh: '太慢', en: 'too slow' },
  jumps: { zh: '跳转太多', en: 'too many jumps' },
  slower: { zh: '比之前慢', en: 'slower than before' },
}

function verdict(shell: Shell, { isKnown, faults }: PageSpeed): string {
  if (!isKnown) return shell.say({ zh: '打开太少', en: 'too few loads' })
  return (
    faults.map((fault) => shell.say(FAULTS[fault])).join(', ') || shell.say({ zh: '在预算内', en: 'within budget' })
  )
}

const row =
  (shell: Shell) =>
  (page: PageSpeed): string[] => {
    const { nameZh, nameEn, loads, p75Ms, budgetMs, p75Jumps, budgetJumps } = page
    const figures = [loads, p75Ms ?? '–', budgetMs, p75Jumps ?? '–', budgetJumps].map(String)
    return [shell.say({ zh: nameZh, en: nameEn }), ...figures, verdict(shell, page)]
  }

/** `zhanggui load pages`: how fast pages are for visitors, against their budgets. */
export function addPages(load: Command, run: RunCommand): void {
  addRangeOptions(load.command('pages <store>'))
    .description('页面速度：对照预算与之前的天数 / page speed against budgets and the days before')
    .action((id: string, { from, to }: Partial<RangeOptions>, command: Command) =>
      run(command, async (shell) => {
        const report = await withContext(shell, async (context, server) =>
          server.reportSpeed(context, await server.getStore(context, id), { ...(from && { from }), ...(to && { to }) }),
        )
        shell.answer(report, () => renderTable(COLUMNS, report.pages.map(row(shell))))
      }),
    )
}
