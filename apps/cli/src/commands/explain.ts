import { EXPLAIN_COMPARISONS, type Explanation, type PartEffect } from '@zhanggui/contract'
import type { BusinessDay } from '@zhanggui/kernel'
import { type Command, Option } from 'commander'
import { formatFigure } from '../output/format-figure.ts'
import type { Language } from '../output/language.ts'
import { renderTable, type TableColumn } from '../output/render-table.ts'
import { parseDayOption } from '../parse-option.ts'
import { addRangeOptions, type RangeOptions } from '../range-options.ts'
import type { RunCommand } from '../run-command.ts'
import { withContext } from '../with-context.ts'

type ExplainOptions = Pick<RangeOptions, 'from' | 'to'> & {
  metric: string
  by: string
  compare: (typeof EXPLAIN_COMPARISONS)[number]
  compareFrom?: BusinessDay
  compareTo?: BusinessDay
}

const right = (header: string): TableColumn => ({ header, align: 'right' })

const HEADERS: Record<Language, readonly [string, string, string, string, string]> = {
  zh: ['因素 / 取值', '对比期', '本期', '影响', '显著'],
  en: ['Driver / value', 'Before', 'Now', 'Effect', 'Significant'],
}

const DRIVER_UNITS: Readonly<Record<string, 'count' | 'ratio'>> = { uv: 'count', buyers: 'count', cvr: 'ratio' }

function render(answer: Explanation, language: Language): string {
  const { unit } = answer.metric
  const shown = (value: number | null, of = unit): string =>
    formatFigure(value, { unit: of, currency: answer.currency, language })
  const [name, before, now, effect, significant] = HEADERS[language]
  const columns = [
    { header: name, align: 'left' as const },
    right(before),
    right(now),
    right(effect),
    right(significant),
  ]
  const zh = language === 'zh'
  const whole = [
    zh ? answer.metric.nameZh : answer.metric.nameEn,
    shown(answer.before),
    shown(answer.after),
    shown(answer.change),
    '',
  ]
  const drivers = answer.drivers.map((d) => {
    const own = DRIVER_UNITS[d.id] ?? 'money'
    return [`· ${zh ? d.nameZh : d.nameEn}`, shown(d.from, own), shown(d.to, own), shown(d.effect), '']
  })
  const partRow = (p: PartEffect): string[] => [
    p.label,
    shown(p.from),
    shown(p.to),
    shown(p.effect),
    p.isSignificant ? '✓' : '',
  ]
  const others = answer.others
    ? [
        [
          zh ? `其余 ${answer.others.values} 项` : `${answer.others.values} others`,
          '',
          '',
          shown(answer.others.effect),
          '',
        ],
      ]
    : []
  return renderTable(columns, [whole, ...drivers, ...answer.parts.map(partRow), ...others])
}

/** Why a metric changed between two stretches of days. */
export function addExplainCommand(program: Command, run: RunCommand): void {
  const explain = program
    .command('explain <store>')
    .description('归因：指标为什么变了，由哪些因素、哪些取值带来 / why a metric changed: drivers and parts')
    .option('--metric <id>', '指标 / metric', 'paid')
    .option('--by <dimension>', '维度 / dimension', 'category')
    .addOption(
      new Option('--compare <with>', '对比 / compared with').choices([...EXPLAIN_COMPARISONS]).default('previous'),
    )
    .option('--compare-from <day>', '自选对比期第一天 / first day of the other stretch (custom)', parseDayOption)
    .option('--compare-to <day>', '自选对比期止于这天之前 / day after its last one', parseDayOption)
  addRangeOptions(explain).action((store: string, options: ExplainOptions, command: Command) =>
    run(command, async (shell) => {
      const answer = await withContext(shell, async (context, server) =>
        server.explain(context, await server.getStore(context, store), options),
      )
      shell.answer(answer, () => render(answer, shell.language))
      for (const note of answer.notes) shell.note({ zh: note.message, en: note.messageEn })
    }),
  )
}
