import type { Finding } from '../finding.ts'
import { type LowestPrice, lowestPrice } from '../lowest-price/lowest-price.ts'
import { makeFinding } from '../make-finding.ts'
import { type PublishCase, type PublishGood, type PublishSettings, settingsOf } from '../publish-case.ts'

const rulesOf = ({ line }: LowestPrice): string[] => [...new Set(line.cuts.map(({ ruleId }) => ruleId))]

/** A price of nothing, below cost or below the lowest allowed; the gravest of them only. */
function breaches(good: PublishGood, found: LowestPrice): Finding[] {
  const { skuId, unitCents: listedCents, costCents, lowestCents } = good
  const { unitCents, receivedCents } = found
  const { quantity } = found.line
  const ruleIds = rulesOf(found)
  if (listedCents > 0 && unitCents === 0) return [makeFinding('zero_price', ruleIds, { skuId, quantity })]
  const findings: Finding[] = []
  if (costCents !== undefined && unitCents < costCents) {
    const code = receivedCents < costCents ? 'below_cost' : 'below_cost_subsidised'
    findings.push(makeFinding(code, ruleIds, { skuId, quantity, unitCents, receivedCents, costCents }))
  }
  if (lowestCents !== undefined && unitCents < lowestCents)
    findings.push(makeFinding('below_lowest', ruleIds, { skuId, quantity, unitCents, lowestCents }))
  return findings
}

function thinMargin({ skuId, costCents }: PublishGood, found: LowestPrice, wantedBp: number): Finding[] {
  const { unitCents, receivedCents } = found
  if (costCents === undefined || wantedBp === 0 || receivedCents < costCents || receivedCents === 0) return []
  const marginBp = Math.floor(((receivedCents - costCents) * 10_000) / receivedCents)
  if (marginBp >= wantedBp) return []
  return [
    makeFinding('margin_too_low', rulesOf(found), {
      skuId,
      quantity: found.line.quantity,
      unitCents,
      marginBp,
      wantedBp,
    }),
  ]
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
