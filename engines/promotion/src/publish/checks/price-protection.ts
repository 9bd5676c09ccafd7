import { addDays, parseDay } from '@zhanggui/kernel'
import { dealPrice } from '../deal-price.ts'
import type { Finding } from '../finding.ts'
import { makeFinding } from '../make-finding.ts'
import { type PublishCase, settingsOf } from '../publish-case.ts'

/** What the shop may have to give back (保价) to who bought in the days before at more than everybody's new price. */
export function checkPriceProtection(publish: PublishCase): Finding[] {
  const { protectionDays: days } = settingsOf(publish)
  const { fromDay, from, ruleSet, sales = [] } = publish
  const since = addDays(parseDay(fromDay), -days)
  const bySku = Map.groupBy(
    sales.filter(({ day }) => day >= since && day < fromDay),
    ({ skuId }) => skuId,
  )
  return publish.goods.flatMap((good) => {
    const { dealCents, ruleIds } = dealPrice(ruleSet, good, from)
    const dearer = (bySku.get(good.skuId) ?? []).filter(({ unitCents }) => unitCents > dealCents)
    if (dearer.length === 0) return []
    const units = dearer.reduce((sum, sale) => sum + sale.units, 0)
    const cents = dearer.reduce((sum, sale) => sum + (sale.unitCents - dealCents) * sale.units, 0)
    return [makeFinding('price_protection', ruleIds, { skuId: good.skuId, units, cents, dealCents, days })]
  })
}
