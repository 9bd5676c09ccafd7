import type { Words } from '../explain/fact.ts'
import { findMechanic } from '../mechanics/registry.ts'
import type { Group, Level, Pipeline } from '../pipeline/pipeline.ts'
import type { Rule } from '../rules/rule.ts'
import { enCount } from './say.ts'

export const levelOf = (rule: Rule, { levels }: Pipeline): Level | undefined =>
  levels.find(({ level }) => level === (rule.level ?? findMechanic(rule.mechanic)?.level))

export function groupOfRule(rule: Rule, pipeline: Pipeline): Group | undefined {
  const name = rule.group ?? findMechanic(rule.mechanic)?.group
  return levelOf(rule, pipeline)?.groups?.find(({ group }) => group === name)
}

const PER: Record<Group['per'], Words> = {
  line: { zh: '每件商品', en: 'for each item' },
  shop: { zh: '每家店', en: 'for each shop' },
  cart: { zh: '每单', en: 'for each order' },
}

function groupText({ per, max, choose }: Group): Words {
  const how =
    choose === 'best' ? { zh: '取最省的', en: 'the best is taken' } : { zh: '按先后取', en: 'the first is taken' }
  return {
    zh: `同类优惠${PER[per].zh}最多 ${max} 个，${how.zh}`,
    en: `at most ${enCount(max, 'offer')} of this kind ${PER[per].en}; ${how.en}`,
  }
}

const BASES: Record<Level['thresholdBase'], Words> = {
  listed: { zh: '门槛按标价算', en: 'the threshold looks at the listed price' },
  activity: {
    zh: '门槛按活动价（单品优惠之后、满减和券之前的价格）算',
    en: 'the threshold looks at the activity price (after item offers, before reductions and coupons)',
  },
  remaining: { zh: '门槛按前面优惠之后的金额算', en: 'the threshold looks at what earlier offers have left' },
}

/** Rules whose parameters name a threshold. */
function hasThreshold({ params }: Rule): boolean {
  const tiers = params.tiers
  return params.minCents !== undefined || (Array.isArray(tiers) && tiers.some((tier: object) => 'minCents' in tier))
}

function blocksText(blocks: readonly string[], { levels }: Pipeline): Words {
  const blocked = levels.filter(({ level }) => blocks.includes(level))
  return {
    zh: `参加后这些商品不再享受：${blocked.map((l) => l.zh).join('、')}`,
    en: `goods reduced by it take no part in: ${blocked.map((l) => l.en).join(', ')}`,
  }
}

/** How the offer stands beside others, one sentence each. */
export function stackingText(rule: Rule, pipeline: Pipeline): Words[] {
  const said: Words[] = []
  const group = groupOfRule(rule, pipeline)
  const level = levelOf(rule, pipeline)
  if (group) said.push(groupText(group))
  if (level && hasThreshold(rule)) said.push(BASES[rule.thresholdBase ?? level.thresholdBase])
  if (rule.blocks && rule.blocks.length > 0) said.push(blocksText(rule.blocks, pipeline))
  return said
}
