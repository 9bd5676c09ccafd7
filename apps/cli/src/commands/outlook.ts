import type { RaisedSeasonTasks, SeasonOutlookAnswer, SeasonOutlookQuery, SeasonPeak } from '@zhanggui/contract'
import type { Command } from 'commander'
import { formatFigure } from '../output/format-figure.ts'
import { renderTable, type TableColumn } from '../output/render-table.ts'
import { parseCountOption, parseDayOption } from '../parse-option.ts'
import type { RunCommand } from '../run-command.ts'
import type { Shell } from '../shell.ts'
import { withContext } from '../with-context.ts'

type OutlookOptions = {
  by: string
  metric: string
  asOf?: string
  leadMost?: number
  leadLeast?: number
  tasks?: string
}

const queryOf = ({ by, metric, asOf, leadMost, leadLeast }: OutlookOptions): SeasonOutlookQuery => ({
  by,
  metric,
  ...(asOf && { asOf }),
  ...(leadMost && { leadMost }),
  ...(leadLeast && { leadLeast }),
})

const STATUS: Readonly<Record<SeasonPeak['status'], { zh: string; en: string }>> = {
  watch: { zh: '关注', en: 'Watch' },
  research: { zh: '该调研了', en: 'Research now' },
  late: { zh: '已偏晚', en: 'Late' },
}

const left = (header: string): TableColumn => ({ header, align: 'left' })
const right = (header: string): TableColumn => ({ header, align: 'right' })

const growthText = (growth: number | null): string => {
  if (growth === null) return '–'
  const percent = (growth - 1) * 100
  return `${percent >= 0 ? '+' : '−'}${Math.abs(percent).toFixed(1)}%`
}

function peakTable({ peaks }: SeasonOutlookAnswer, { language, say }: Shell): string {
  const zh = language === 'zh'
  const heads = zh
    ? ['旺季', '旺月', '强度', '调研起', '定案前', '还有天数', '状态', '节点']
    : ['Season of', 'Months', 'Strength', 'Research', 'Decide by', 'Days', 'State', 'Occasions']
  const columns = heads.map((head, i) => (i === 2 || i === 5 ? right(head) : left(head)))
  const rows = peaks.map((p) => [
    p.label,
    p.from === p.to ? p.from : `${p.from}–${p.to}`,
    `${p.index.toFixed(2)}×`,
    p.researchFrom,
    p.decideBy,
    String(p.leadDays),
    say(STATUS[p.status]),
    p.occasions.map((o) => (zh ? o.nameZh : o.nameEn)).join('、') || '–',
  ])
  return renderTable(columns, rows)
}

function risingTable({ rising, unit, currency }: SeasonOutlookAnswer, { language }: Shell): string {
  const zh = language === 'zh'
  const shown = (value: number): string => formatFigure(value, { unit, currency, language })
  const heads = zh ? ['在升温', '近三个月', '去年同期', '同比'] : ['Rising', 'Last 3 months', 'Year before', 'Growth']
  const columns = heads.map((head, i) => (i === 0 ? left(head) : right(head)))
  return renderTable(
    columns,
    rising.map((r) => [r.label, shown(r.now), shown(r.yearBefore), growthText(r.growth)]),
  )
}

function notes(outlook: SeasonOutlookAnswer, raised: RaisedSeasonTasks | null, shell: Shell): void {
  const { asOf, tooShort, peaks } = outlook
  shell.note({
    zh: `截至 ${asOf}（不含）；往后 12 个月 ${peaks.length} 个旺季`,
    en: `As of ${asOf}; ${peaks.length} peaks`,
  })
  if (tooShort.length > 0) {
    const names = tooShort.map(({ label }) => label).join('、')
    shell.note({ zh: `历史不足 13 个月，看不出季节：${names}`, en: `Under 13 months of history: ${names}` })
  }
  if (raised) {
    const [made, there, other] = [raised.raised.length, raised.present, raised.otherYear]
    shell.note({
      zh: `新增任务 ${made} 项；已有 ${there} 项；定案日在其他年份 ${other} 项`,
      en: `${made} tasks added, ${there} were there, ${other} are decided in another year`,
    })
  }
}

export function addOutlookCommand(program: Command, run: RunCommand): void {
  program
    .command('outlook <store>')
    .description('季节与热点前瞻：未来 12 个月的旺季、何时调研、何时定案 / what will be in season, and when to prepare')
    .option('--by <dimension>', '按什么看：category、brand、sku … / cut by', 'category')
    .option('--metric <id>', '各月可相加的指标 / a metric that adds up', 'paid')
    .option('--as-of <day>', '站在哪一天看 / seen from this day', parseDayOption)
    .option('--lead-most <months>', '提前几个月开始调研，默认 6 / research begins', parseCountOption)
    .option('--lead-least <months>', '最晚提前几个月定案，默认 3 / decided by', parseCountOption)
    .option('--tasks <plan>', '为各旺季在这个规划里建调研任务 / raise research tasks in this plan')
    .action((store: string, options: OutlookOptions, command: Command) =>
      run(command, async (shell) => {
        const asked = queryOf(options)
        const { outlook, raised } = await withContext(shell, async (context, server) => {
          const shop = await server.getStore(context, store)
          const caller = { store: shop.id, actor: shell.actor, role: 'owner' as const }
          return {
            outlook: await server.readSeasonOutlook(context, shop, asked),
            raised: options.tasks
              ? await server.goals.raiseSeasonTasks(context, caller, shop, options.tasks, { asked })
              : null,
          }
        })
        shell.answer({ ...outlook, ...(raised && { tasks: raised }) }, () =>
          [peakTable(outlook, shell), ...(outlook.rising.length > 0 ? [risingTable(outlook, shell)] : [])].join('\n\n'),
        )
        notes(outlook, raised, shell)
      }),
    )
}
