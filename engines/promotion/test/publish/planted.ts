import { cents } from '@zhanggui/kernel'
import {
  checkBeforePublishing,
  compileRules,
  type Finding,
  type FindingCode,
  type PriceDay,
  type PublishCase,
  type PublishGood,
  type Rule,
  type RuleSet,
  TMALL_PARALLEL,
} from '../../src/index.ts'

export function setOf(rules: Rule[]): RuleSet {
  const set = compileRules(TMALL_PARALLEL, rules)
  if (!set.ok) throw new Error(JSON.stringify(set.error))
  return set.value
}

export const UNTIL = { until: '2026-11-12T16:00:00.000Z' }
export const spend = (ruleId: string, tiers: [number, number][], more: Partial<Rule> = {}): Rule => ({
  ruleId,
  name: ruleId,
  mechanic: 'spendAndSave',
  params: { tiers: tiers.map(([minCents, cutCents]) => ({ minCents, cutCents })) },
  when: UNTIL,
  ...more,
})
export const percent = (payBp: number): Rule => ({
  ruleId: '折扣',
  name: '折扣',
  mechanic: 'percentOff',
  params: { payBp },
  when: UNTIL,
})

export const coat = (more: Partial<PublishGood> = {}): PublishGood => ({
  skuId: '风衣',
  spuId: '风衣',
  shopId: '甲',
  unitCents: cents(30_000),
  ...more,
})

export function check(rules: Rule[], more: Partial<PublishCase> = {}): readonly Finding[] {
  const goods = [coat()]
  return checkBeforePublishing({
    ruleSet: setOf(rules),
    goods,
    from: '2026-11-10T16:00:00.000Z',
    fromDay: '2026-11-11',
    ...more,
  }).findings
}

export const only = (findings: readonly Finding[], code: FindingCode): Finding[] =>
  findings.filter((f) => f.code === code)

/** Days of November 2026 at a listed price, sold at a deal price. */
export const days = (from: number, to: number, listedCents: number, dealCents?: number): PriceDay[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({
    skuId: '风衣',
    day: `2026-11-${String(from + i).padStart(2, '0')}`,
    listedCents,
    ...(dealCents !== undefined && { dealCents }),
  }))
