import type { Command } from 'commander'
import { EXIT } from '../../exit-codes.ts'
import { renderTable } from '../../output/render-table.ts'
import { parseList } from '../../parse-list.ts'
import { type AskOptions, addAskOptions, askedOf } from './ask-options.ts'
import { findingLines, hasError, moneyText } from './figures.ts'
import type { AddPromoCommand } from './index.ts'
import { withPromotions } from './with-promotions.ts'

const COLUMNS = [
  { header: '规格 SKU', align: 'left' },
  { header: '商品 title', align: 'left' },
  { header: '标价 listed', align: 'right' },
  { header: '最低到手价 lowest', align: 'right' },
  { header: '店铺实收 received', align: 'right' },
  { header: '成本 cost', align: 'right' },
  { header: '规则 rules', align: 'left' },
] as const

export const addPromoSimulate: AddPromoCommand = (promo, run) => {
  addAskOptions(promo.command('simulate <store>'))
    .description('每个规格叠加后的最低到手价；有错误时退出码为 1 / the lowest price of each SKU over all combinations')
    .option('--skus <ids>', '只看这些规格，逗号分隔 / these SKUs only, by commas', parseList)
    .action((store: string, options: AskOptions & { skus?: string[] }, command: Command) =>
      run(command, async (shell) => {
        const asked = await askedOf(options)
        const skuIds = options.skus ? { skuIds: options.skus } : {}
        const simulated = await withPromotions(
          shell,
          { store, options: {}, permission: 'plan:read' },
          (context, api, { caller, store: shop }) =>
            api.simulateRules(context, { store: shop, role: caller.role }, { ...asked, ...skuIds }),
        )
        shell.answer(simulated, () => {
          const rows = simulated.skus.map((sku) => {
            const amounts = [sku.listedCents, sku.finalUnitCents, sku.receivedCents, sku.costCents].map((c) =>
              moneyText(shell, c),
            )
            return [sku.skuId, sku.title, ...amounts, sku.ruleIds.join(' + ')]
          })
          return [renderTable(COLUMNS, rows), findingLines(shell, simulated.findings)].join('\n')
        })
        return hasError(simulated.findings) ? EXIT.failed : EXIT.ok
      }),
    )
}
