import type { MetricEntry } from '@zhanggui/metrics'
import type { Command } from 'commander'
import { CliFailure } from '../cli-failure.ts'
import type { Language } from '../output/language.ts'
import { renderTable } from '../output/render-table.ts'
import type { RunCommand } from '../run-command.ts'

const left = (header: string): { header: string; align: 'left' } => ({ header, align: 'left' })

const nameOf = (metric: MetricEntry, language: Language): string => (language === 'zh' ? metric.nameZh : metric.nameEn)

function renderList(metrics: readonly MetricEntry[], language: Language): string {
  const heads =
    language === 'zh' ? ['编号', '名称', '单位', '分组', '公式'] : ['Id', 'Name', 'Unit', 'Group', 'Formula']
  return renderTable(
    heads.map(left),
    metrics.map((m) => [m.id, nameOf(m, language), m.unit, m.group, m.formula]),
  )
}

function renderOne(metric: MetricEntry, language: Language): string {
  const lines: [string, string][] = [
    [metric.id, nameOf(metric, language)],
    ['', language === 'zh' ? metric.definitionZh : metric.definitionEn],
    ['formula', metric.formula],
    ['unit', metric.unit],
    ['kind', metric.kind],
    ['grain', metric.grain],
    ...(metric.window ? [['window', metric.window] as [string, string]] : []),
    ['owner', metric.owner],
    ['sources', metric.sources.join(', ')],
    ['dimensions', metric.dimensions.join(', ')],
  ]
  const width = Math.max(...lines.map(([label]) => label.length))
  return lines.map(([label, text]) => `${label.padEnd(width)}  ${text}`.trimEnd()).join('\n')
}

function findMetric(metrics: readonly MetricEntry[], id: string): MetricEntry {
  const metric = metrics.find((m) => m.id === id)
  if (metric) return metric
  throw new CliFailure('unknown_metric', {
    zh: `没有名为“${id}”的指标。运行 zhanggui metrics list 查看全部。`,
    en: `There is no metric "${id}". See zhanggui metrics list.`,
  })
}

export function addMetricsCommands(program: Command, run: RunCommand): void {
  const metrics = program.command('metrics').description('指标字典 / metric dictionary')

  metrics
    .command('list')
    .description('列出全部指标与维度 / list metrics and dimensions')
    .action((_options: unknown, command: Command) =>
      run(command, async (shell) => {
        const { DIMENSIONS, dictionary, TIME_GRAINS } = await import('@zhanggui/metrics')
        const entries = dictionary()
        const dimensions = [...TIME_GRAINS, ...DIMENSIONS].map((d) => d.id)
        shell.answer({ metrics: entries, dimensions }, () => renderList(entries, shell.language))
        shell.note({ zh: `维度：${dimensions.join(' ')}`, en: `Dimensions: ${dimensions.join(' ')}` })
      }),
    )

  metrics
    .command('show <id>')
    .description('一个指标的定义 / definition of one metric')
    .action((id: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const { dictionary } = await import('@zhanggui/metrics')
        const metric = findMetric(dictionary(), id)
        shell.answer(metric, () => renderOne(metric, shell.language))
      }),
    )
}
