import type { QueryRequest, QueryResult } from '@zhanggui/contract'
import { COMPARISONS } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import { partialNotes } from '../output/partial-notes.ts'
import { renderQuery } from '../output/query-table.ts'
import { parseCountOption, parseNamesOption } from '../parse-option.ts'
import { parseOrderOption } from '../parse-order.ts'
import { addFilterOption, addRangeOptions, type RangeOptions } from '../range-options.ts'
import type { RunCommand } from '../run-command.ts'
import type { Shell } from '../shell.ts'
import { withContext } from '../with-context.ts'

type QueryOptions = RangeOptions & {
  metrics: string[]
  by: string[]
  compare?: QueryRequest['compare']
  order?: QueryRequest['order']
  limit?: number
  fillGaps: boolean
  explain: boolean
}

function requestOf({ filter, compare, from, to, order, limit, ...rest }: QueryOptions): QueryRequest {
  return {
    ...rest,
    filters: filter,
    ...(from && { from }),
    ...(to && { to }),
    ...(compare && { compare }),
    ...(order && { order }),
    ...(limit && { limit }),
  }
}

const render = (result: QueryResult, shell: Shell): string =>
  [renderQuery(result, shell.language), ...(result.sql ?? []).map((s) => `\n-- ${s.source}\n${s.text}`)].join('\n')

function remark(result: QueryResult, shell: Shell): void {
  if (!result.range)
    shell.note({
      zh: '店铺还没有相关数据。请先用 zhanggui import 导入。',
      en: 'The shop has no such data yet. Import some with zhanggui import.',
    })
  else
    shell.note({
      zh: `${result.range.from} 至 ${result.range.to}（不含）`,
      en: `${result.range.from} up to ${result.range.to}`,
    })
  for (const note of partialNotes(result)) shell.note(note)
  if (result.truncated) shell.note({ zh: '行数已截断，可用 --limit 调整。', en: 'Rows were cut off; see --limit.' })
}

export function addQueryCommand(program: Command, run: RunCommand): void {
  const query = program
    .command('query <store>')
    .description('查询指标 / metrics of a shop, cut by time and dimensions')
    .requiredOption(
      '--metrics <ids>',
      '指标，用逗号分隔，见 metrics list / metric ids, parted by commas',
      parseNamesOption,
    )
    .option(
      '--by <dimensions>',
      '维度，最多一个时间粒度加三个其他维度 / dimensions, e.g. month,channel',
      parseNamesOption,
      [],
    )
  addFilterOption(addRangeOptions(query))
    .addOption(
      new Option('--compare <with>', '比较：环比、同比、活动日、农历 / what to compare with').choices(COMPARISONS),
    )
    .option('--order <column>', '排序，如 paid 或 paid:asc / column to sort by', parseOrderOption)
    .option('--limit <rows>', '最多行数 / rows at most', parseCountOption)
    .option('--fill-gaps', '没有数据的时段也列出 / list periods without data as well', false)
    .option('--explain', '同时给出 SQL / show the SQL behind the figures', false)
    .action((store: string, options: QueryOptions, command: Command) =>
      run(command, async (shell) => {
        const result = await withContext(shell, async (context, server) =>
          server.runQuery(context, await server.getStore(context, store), requestOf(options)),
        )
        shell.answer(result, () => render(result, shell))
        remark(result, shell)
      }),
    )
}
