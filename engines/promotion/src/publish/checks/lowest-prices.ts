import type { Finding } from '../finding.ts'
import { type LowestPrice, lowestPrice, type Shown } from '../lowest-price/lowest-price.ts'
import { makeFinding } from '../make-finding.ts'
import { type PublishCase, type PublishGood, type PublishSettings, settingsOf } from '../publish-case.ts'

const rulesOf = ({ line }: Shown): string[] => [...new Set(line.cuts.map(({ ruleId }) => ruleId))]

/** What the buyer pays for the cheapest unit of the line. */
const paidFor = ({ line }: Shown): number => Math.floor(line.payableCents / line.quantity)

/** Below cost is what the shop receives; a price below cost that others make up for is only worth a look. */
function belowCost({ skuId, costCents }: PublishGood, found: LowestPrice): Finding[] {
  if (costCents === undefined) return []
  const { received } = found
  const isLoss = received.unitCents < costCents
  if (!isLoss && found.unitCents >= costCents) return []
  const shown = isLoss ? received : found
  const figures = { unitCents: paidFor(shown), receivedCents: received.unitCents, costCents }
  const code = isLoss ? 'below_cost' : 'below_cost_subsidised'
  return [makeFinding(code, rulesOf(shown), { skuId, quantity: shown.line.quantity, ...figures })]
}

/** A price of nothing, below cost or below the lowest allowed. */
function breaches(good: PublishGood, found: LowestPrice): Finding[] {
  const { skuId, unitCents: listedCents, lowestCents } = good
  const { unitCents } = found
  const { quantity } = found.line
  const ruleIds = rulesOf(found)
  if (listedCents > 0 && unitCents === 0) return [makeFinding('zero_price', ruleIds, { skuId, quantity })]
  const isBelow = lowestCents !== undefined && unitCents < lowestCents
  const below = isBelow ? [makeFinding('below_lowest', ruleIds, { skuId, quantity, unitCents, lowestCents })] : []
  return [...belowCost(good, found), ...below]
}

function thinMargin({ skuId, costCents }: PublishGood, { received }: LowestPrice, wantedBp: number): Finding[] {
  const { unitCents: receivedCents, line } = received
  if (costCents === undefined || wantedBp === 0 || receivedCents < costCents || receivedCents === 0) return []
  const marginBp = Math.floor(((receivedCents - costCents) * 10_000) / receivedCents)
  if (marginBp >= wantedBp) return []
  const facts = { skuId, quantity: line.quantity, unitCents: paidFor(received), marginBp, wantedBp }
  return [makeFinding('margin_too_low', rulesOf(received), facts)]
}

function tooDeep({ skuId, unitCents: listedCents }: PublishGood, found: LowestPrice, mostBp: number): Finding[] {
  const { unitCents } = found
  const depthBp = listedCents === 0 ? 0 : Math.floor(((listedCents - unitCents) * 10_000) / listedCents)
  if (unitCents === 0 || depthBp <= mostBp) return []
  const { quantity } = found.line
  return [makeFinding('stacked_too_deep', rulesOf(found), { skuId, quantity, unitCents, listedCents, depthBp, mostBp })]
}

function judgeGood(good: PublishGood, found: LowestPrice, { marginBp, deepestBp }: PublishSettings): Finding[] {
  const cutOff = found.isCutOff ? [makeFinding('search_cut_off', [], { skuId: good.skuId, carts: found.carts })] : []
  return [...breaches(good, found), ...thinMargin(good, found, marginBp), ...tooDeep(good, found, deepestBp), ...cutOff]
}

/** The lowest price of every SKU with the cart that shows it, and what it breaks. */
export function checkLowestPrices(publish: PublishCase): { findings: Finding[]; lowest: LowestPrice[] } {
  const settings = settingsOf(publish)
  const lowest: LowestPrice[] = []
  const findings = publish.goods.flatMap((good) => {
    const found = lowestPrice(publish, good)
    if (!found) return []
    lowest.push(found)
    return judgeGood(good, found, settings)
  })
  return { findings, lowest }
}
