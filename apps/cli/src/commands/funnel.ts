import type { FunnelRequest, FunnelResult } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import { formatFigure } from '../output/format-figure.ts'
import type { Language } from '../output/language.ts'
import { renderTable, type TableColumn } from '../output/render-table.ts'
import { parseCountOption, parseNamesOption } from '../parse-option.ts'
import { addFilterOption, addRangeOptions, type RangeOptions } from '../range-options.ts'
import type { RunCommand } from '../run-command.ts'
import { withContext } from '../with-context.ts'

type FunnelOptions = RangeOptions & { steps: string[]; window: number; by?: FunnelRequest['by'] }

const COLUMNS: Record<Language, readonly TableColumn[]> = {
  zh: [
    { header: '分组', align: 'left' },
    { header: '步骤', align: 'left' },
    { header: '人数', align: 'right' },
    { header: '较上一步', align: 'right' },
    { header: '较第一步', align: 'right' },
    { header: '流失', align: 'right' },
  ],
  en: [
    { header: 'Group', align: 'left' },
    { header: 'Step', align: 'left' },
    { header: 'Visitors', align: 'right' },
    { header: 'Of step before', align: 'right' },
    { header: 'Of first step', align: 'right' },
    { header: 'Lost', align: 'right' },
  ],
}

function render(result: FunnelResult, language: Language): string {
  const shown = (value: number | null, unit: 'count' | 'ratio'): string =>
    formatFigure(value, { unit, language, currency: 'CNY' })
  const rowsOf = (group: string, steps: FunnelResult['steps']): string[][] =>
    steps.map((s) => [
      group,
      s.step,
      shown(s.visitors, 'count'),
      shown(s.stepRate, 'ratio'),
      shown(s.totalRate, 'ratio'),
      shown(s.lost, 'count'),
    ])
  const all = rowsOf(language === 'zh' ? '全部' : 'All', result.steps)
  return renderTable(COLUMNS[language], [...all, ...result.groups.flatMap((g) => rowsOf(g.group, g.steps))])
}

export function addFunnelCommand(program: Command, run: RunCommand): void {
  const funnel = program
    .command('funnel <store>')
    .description('行为漏斗：按顺序、在时限内走到哪一步 / how far visitors get, in order, within a window')
    .option('--steps <types>', '步骤 / event types in order', parseNamesOption, ['view', 'cart', 'order', 'pay'])
    .option('--window <minutes>', '时限，分钟 / minutes from the first step to the last', parseCountOption, 24 * 60)
    .addOption(
      new Option('--by <dimension>', '分组 / compare groups').choices([
        'page',
        'device',
        'channel',
        'province',
        'category',
      ]),
    )
  addFilterOption(addRangeOptions(funnel)).action((store: string, options: FunnelOptions, command: Command) =>
    run(command, async (shell) => {
      const { filter, window, ...rest } = options
      const request = { ...rest, windowMinutes: window, filters: filter }
      const result = await withContext(shell, async (context, server) =>
        server.runFunnel(context, await server.getStore(context, store), request),
      )
      shell.answer(result, () => render(result, shell.language))
      const { worst } = result
      if (worst)
        shell.note({
          zh: `${worst.group} 在 ${worst.step} 一步流失最多：比其他分组多流失 ${worst.lostVisitors} 人。`,
          en: `${worst.group} loses most at ${worst.step}: ${worst.lostVisitors} more visitors than at the others' rate.`,
        })
    }),
  )
}
