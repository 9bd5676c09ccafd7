import { type LowestPrice, type Role, type RulesSimulated, SimulateRules, type Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { roleAllows } from '../../admin/role-permissions.ts'
import { askedRules } from './asked-rules.ts'
import { findingsFailure } from './findings-failure.ts'
import { problemsBeside } from './problems-beside.ts'
import { type Searched, searchRules } from './search-rules.ts'
import { withoutProfit } from './without-profit.ts'

function present({ lowest, titles }: Searched, seesProfit: boolean): LowestPrice[] {
  return lowest.map(({ skuId, unitCents, cart, isComplete, ruleIds, receivedCents }) => {
    const known = titles.get(skuId)
    const costCents = seesProfit ? (known?.costCents ?? null) : null
    const floorCents = known?.floorCents ?? null
    return {
      skuId,
      title: known?.title ?? '',
      listedCents: known?.listedCents ?? 0,
      finalUnitCents: unitCents,
      receivedCents,
      floorCents,
      costCents,
      belowFloor: floorCents !== null && unitCents < floorCents,
      belowCost: costCents === null ? null : receivedCents < costCents,
      ruleIds: [...ruleIds],
      cart: cart as unknown as LowestPrice['cart'],
      isComplete,
    }
  })
}

/**
 * The lowest price that anybody can reach for each SKU, with the cart that shows it (P6.33).
 * Errors: throws `rule_faults` for rules that do not hold, `not_found`, `invalid_request`.
 */
export async function simulateRules(
  context: Context,
  caller: { store: Store; role: Role },
  input: SimulateRules,
): Promise<RulesSimulated> {
  const asked = parseInput(SimulateRules, input)
  const { own, beside } = await askedRules(context, caller.store.id, asked)
  const certain = problemsBeside(own, beside)
  if (certain.length > 0) throw findingsFailure('rule_faults', certain)
  const searched = await searchRules(context, caller.store, { own, beside, skuIds: asked.skuIds })
  return {
    skus: present(searched, roleAllows(caller.role, 'profit:read')),
    findings: searched.findings.map((finding) => withoutProfit(finding, caller.role)),
  }
}
