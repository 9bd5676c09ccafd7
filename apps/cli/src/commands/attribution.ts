import { ATTRIBUTION_MODELS, type Attribution, type AttributionModel, type MarketingReturns } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import { formatFigure } from '../output/format-figure.ts'
import type { Language } from '../output/language.ts'
import { renderTable } from '../output/render-table.ts'
import { parseCountOption } from '../parse-option.ts'
import { addRangeOptions, type RangeOptions } from '../range-options.ts'
import type { RunCommand } from '../run-command.ts'
import { withContext } from '../with-context.ts'

type AttributionOptions = Pick<RangeOptions, 'from' | 'to'> & {
  by: 'channel' | 'trafficClass'
  model: AttributionModel
  windowDays: number
  returns: boolean
}

const left = (header: string) => ({ header, align: 'left' as const })
const right = (header: string) => ({ header, align: 'right' as const })

const MODEL_NAMES: Record<Language, Record<AttributionModel, string>> = {
  zh: {
    last: '末次',
    first: '首次',
    linear: '平均',
    timeDecay: '时间衰减',
    position: '首尾',
    markov: '马尔可夫',
    shapley: '沙普利',
  },
  en: {
    last: 'Last',
    first: 'First',
    linear: 'Linear',
    timeDecay: 'Decay',
    position: 'Position',
    markov: 'Markov',
    shapley: 'Shapley',
  },
}

function renderModels(answer: Attribution, language: Language): string {
  const share = (value: number | null): string =>
    formatFigure(value, { unit: 'ratio', currency: answer.currency, language })
  const columns = [
    left(language === 'zh' ? '渠道' : 'Channel'),
    ...ATTRIBUTION_MODELS.map((model) => right(MODEL_NAMES[language][model])),
    right(language === 'zh' ? '少了它少成交' : 'Lost without'),
  ]
  const rows = answer.channels.map((row) => [
    language === 'zh' ? row.nameZh : row.nameEn,
    ...ATTRIBUTION_MODELS.map((model) => share(row.models[model].share)),
    share(row.removal),
  ])
  return renderTable(columns, rows)
}

function renderReturns(answer: MarketingReturns, language: Language): string {
  const zh = language === 'zh'
  const money = (value: number | null): string =>
    formatFigure(value, { unit: 'money', currency: answer.currency, language })
  const multiple = (value: number | null): string =>
    formatFigure(value, { unit: 'multiple', currency: answer.currency, language })
  const columns = zh
    ? [
        left('渠道'),
        right('费用'),
        right('台账'),
        right('归因成交'),
        right('ROI'),
        right('增量 ROI'),
        right('下期建议'),
      ]
    : [
        left('Channel'),
        right('Cost'),
        right('Ledger'),
        right('Attributed'),
        right('ROI'),
        right('Incremental'),
        right('Next'),
      ]
  const rows = answer.rows.map((row) => [
    zh ? row.nameZh : row.nameEn,
    money(row.costCents),
    money(row.postedCents),
    money(row.attributedCents),
    multiple(row.attributedRoi),
    multiple(row.incremental?.roi ?? null),
    money(row.proposedCents),
  ])
  return renderTable(columns, rows)
}

/** Who led buyers to the shop, and with `--returns` what that cost. */
export function addAttributionCommand(program: Command, run: RunCommand): void {
  const attribution = program
    .command('attribution <store>')
    .description('渠道归因：七种算法并排，加起来等于全部支付 / seven attribution models side by side')
    .addOption(
      new Option('--by <what>', '按渠道或流量类型 / cut by').choices(['channel', 'trafficClass']).default('channel'),
    )
    .addOption(
      new Option('--model <model>', '算投产用的算法 / model of the returns')
        .choices([...ATTRIBUTION_MODELS])
        .default('shapley'),
    )
    .option('--window-days <n>', '下单前多少天的访问算数 / days before an order that count', parseCountOption, 30)
    .option('--returns', '看费用、投产与下期预算建议 / costs, returns and the next budget', false)
  addRangeOptions(attribution).action((store: string, options: AttributionOptions, command: Command) =>
    run(command, async (shell) => {
      const { returns, ...asked } = options
      await withContext(shell, async (context, server) => {
        const found = await server.getStore(context, store)
        if (returns) {
          const answer = await server.readReturns(context, found, asked)
          shell.answer(answer, () => renderReturns(answer, shell.language))
        } else {
          const answer = await server.readAttribution(context, found, asked)
          shell.answer(answer, () => renderModels(answer, shell.language))
        }
      })
    }),
  )
}
