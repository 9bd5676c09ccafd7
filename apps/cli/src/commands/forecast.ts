import {
  FORECAST_GRAINS,
  FORECAST_INFLUENCES,
  FORECAST_MODELS,
  type ForecastInfluenceId,
  type ForecastRequest,
  type ForecastResult,
} from '@zhanggui/contract'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { formatFigure } from '../output/format-figure.ts'
import { renderTable, type TableColumn } from '../output/render-table.ts'
import { parseCountOption, parseDayOption, parseNamesOption } from '../parse-option.ts'
import { addFilterOption, type RangeOptions } from '../range-options.ts'
import type { RunCommand } from '../run-command.ts'
import type { Shell } from '../shell.ts'
import { withContext } from '../with-context.ts'
import { parsePercentOption } from './budget/scenario.ts'

type Discount = { from: string; to: string; depthBp: number }

type ForecastOptions = Pick<RangeOptions, 'filter'> & {
  metric: string
  grain: NonNullable<ForecastRequest['grain']>
  horizon: number
  by?: string
  groups?: number
  asOf?: string
  model: NonNullable<ForecastRequest['model']>
  with?: ForecastInfluenceId[]
  priceChange?: number
  discount: Discount[]
}

type Line = ForecastResult['whole']

/** Influences by name, parted by commas. */
function parseInfluences(text: string): ForecastInfluenceId[] {
  return parseNamesOption(text).map((name) => {
    const found = FORECAST_INFLUENCES.find((id) => id === name)
    if (found) return found
    const known = FORECAST_INFLUENCES.join(', ')
    throw new InvalidArgumentError(`没有“${name}”；可选 / unknown, choose from: ${known}`)
  })
}

/** `2027-06-01..2027-06-04=20%`: the day after the last, and the depth. */
function collectDiscount(text: string, before: Discount[]): Discount[] {
  const [days = '', depth = ''] = text.split('=')
  const [from = '', to = ''] = days.split('..')
  const given = { from: parseDayOption(from), to: parseDayOption(to), depthBp: parsePercentOption(depth) }
  if (given.from < given.to && given.depthBp >= 0 && given.depthBp <= 10_000) return [...before, given]
  throw new InvalidArgumentError('应为 开始..结束（不含）=折扣，如 2027-06-01..2027-06-04=20% / from..to=depth')
}

const requestOf = (options: ForecastOptions): ForecastRequest => {
  const { filter, by, groups, asOf, with: influences, priceChange, discount, ...rest } = options
  return {
    ...rest,
    ...(influences && { with: influences }),
    planned: { discounts: discount, ...(priceChange === undefined ? {} : { priceChangeBp: priceChange }) },
    filters: filter,
    ...(by && { by }),
    ...(groups && { groups }),
    ...(asOf && { asOf }),
  }
}

const right = (header: string): TableColumn => ({ header, align: 'right' })

function nameOf(line: Line, language: Shell['language']): string {
  if (line.rest) return language === 'zh' ? '其余' : 'Others'
  return line.label ?? line.group ?? (language === 'zh' ? '全部' : 'All')
}

/** The whole period by period with its parts and the widest interval. */
function wholeTable(result: ForecastResult, { language }: Shell): string {
  const zh = language === 'zh'
  const level = Math.round((result.levels.at(-1) ?? 0) * 100)
  const last = result.levels.length - 1
  const shown = (value: number | null | undefined): string =>
    formatFigure(value ?? null, { unit: result.unit, currency: result.currency, language })
  const columns: TableColumn[] = [
    { header: zh ? '周期' : 'Period', align: 'left' },
    right(zh ? '预测' : 'Forecast'),
    right(zh ? `${level}% 下限` : `${level}% low`),
    right(zh ? `${level}% 上限` : `${level}% high`),
    right(zh ? '基线' : 'Base'),
    right(zh ? '季节' : 'Season'),
    right(zh ? '活动' : 'Events'),
    right(zh ? '促销' : 'Promotion'),
  ]
  const rows = result.whole.values.map(({ period, mean, lower, upper, parts }) => [
    period,
    ...[mean, lower[last], upper[last], parts.base, parts.season, parts.event, parts.promotion].map(shown),
  ])
  return renderTable(columns, rows)
}

function groupTable(result: ForecastResult, { language }: Shell): string {
  const zh = language === 'zh'
  const shown = (value: number | null): string =>
    formatFigure(value, { unit: result.unit, currency: result.currency, language })
  const lines = [...result.groups, result.whole]
  const rows = lines.map((line) => [
    nameOf(line, language),
    line.model,
    shown(line.total?.mean ?? null),
    shown(line.values[0]?.mean ?? null),
    line.backtest?.mase == null ? '–' : line.backtest.mase.toFixed(3),
  ])
  return renderTable(
    [
      { header: zh ? '分组' : 'Group', align: 'left' },
      { header: zh ? '模型' : 'Model', align: 'left' },
      right(zh ? '合计' : 'Total'),
      right(zh ? '首期' : 'First'),
      right('MASE'),
    ],
    rows,
  )
}

const INFLUENCE: Readonly<Record<ForecastInfluenceId, { zh: string; en: string }>> = {
  price: { zh: '价格弹性', en: 'Price elasticity' },
  promotion: { zh: '历史最大折扣带来的增长', en: 'Growth at the deepest discount seen' },
  stockOut: { zh: '缺货每多一个标准差的变化', en: 'Change at one deviation more without stock' },
  presale: { zh: '历史最大预售带来的增长', en: 'Growth at the largest pre-sale seen' },
}

function influenceNote(id: ForecastInfluenceId, effect: number): { zh: string; en: string } {
  const figure = id === 'price' ? effect.toFixed(2) : `${effect >= 0 ? '+' : '−'}${Math.abs(effect * 100).toFixed(0)}%`
  const { zh, en } = INFLUENCE[id]
  return { zh: `${zh} ${figure}`, en: `${en} ${figure}` }
}

function remark({ whole, asOf }: ForecastResult, shell: Shell): void {
  const { backtest } = whole
  const members = whole.members.map(({ model }) => model).join(' + ')
  shell.note({ zh: `历史截至 ${asOf}（不含），模型 ${members}`, en: `History up to ${asOf}, model ${members}` })
  if (backtest?.mase != null && backtest.naive.mase != null)
    shell.note({
      zh: `回测 MASE ${backtest.mase.toFixed(3)}，季节性朴素预测 ${backtest.naive.mase.toFixed(3)}`,
      en: `Back-test MASE ${backtest.mase.toFixed(3)}, seasonal naive ${backtest.naive.mase.toFixed(3)}`,
    })
  for (const { id, effect } of whole.influences) if (effect !== null) shell.note(influenceNote(id, effect))
  for (const { message, messageEn } of whole.warnings) shell.note({ zh: message, en: messageEn })
}

export function addForecastCommand(program: Command, run: RunCommand): void {
  const forecast = program
    .command('forecast <store>')
    .description('预测指标，并说明由什么构成 / what a metric will be, and what that is made of')
    .requiredOption('--metric <id>', '指标，见 metrics list / metric id')
    .addOption(new Option('--grain <period>', '周期 / period').choices(FORECAST_GRAINS).default('day'))
    .option('--horizon <periods>', '预测多少期 / periods ahead', parseCountOption, 28)
    .option('--by <dimension>', '按维度分别预测，合计与总数一致 / forecast each value; parts add up to the whole')
    .option('--groups <count>', '最多几个分组，其余合并 / groups at most, the rest as one', parseCountOption)
    .option('--as-of <day>', '只用这天之前的历史 / history before this day only', parseDayOption)
    .addOption(new Option('--model <id>', '模型 / model').choices(FORECAST_MODELS).default('auto'))
  forecast
    .option('--with <names>', '考虑 price, promotion, stockOut, presale，用逗号分隔 / influences', parseInfluences)
    .option('--price-change <percent>', '计划调价，如 -10% / planned change of price', parsePercentOption)
    .option('--discount <from..to=depth>', '计划折扣，可重复 / a planned discount, repeatable', collectDiscount, [])
  addFilterOption(forecast).action((store: string, options: ForecastOptions, command: Command) =>
    run(command, async (shell) => {
      const result = await withContext(shell, async (context, server) =>
        server.runForecast(context, await server.getStore(context, store), requestOf(options)),
      )
      shell.answer(result, () => (result.groups.length > 0 ? groupTable(result, shell) : wholeTable(result, shell)))
      remark(result, shell)
    }),
  )
}
