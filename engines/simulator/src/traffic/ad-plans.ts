import type { Rng } from '@zhanggui/kernel'
import { CATEGORY_SPECS } from '../catalogue/category-specs.ts'

/**
 * One advertising plan and the truth behind it. With adstock A(t) = spend(t) + adstock × A(t−1), in yuan,
 * expected clicks = demand(day) × clicksMax × A^shape / (half^shape + A^shape).
 */
export type AdPlan = {
  index: number
  tool: string
  planId: string
  planName: string
  category: number
  usualSpendYuan: number
  adstock: number
  half: number
  shape: number
  clicksMax: number
  /** What the tool claims as its own, as a multiple of what its clicks bought. */
  claimFactor: number
  units: readonly AdUnit[]
}

/** A keyword or audience: its share of the plan's clicks and money, and how often its ad is clicked. */
export type AdUnit = { unitId: string; keyword: string; clickShare: number; spendShare: number; clickRate: number }

type Tool = {
  name: string
  adstock: number
  claimFactor: number
  clickRate: number
  usualSpendYuan: number
  usualClicks: number
}

const TOOLS: readonly Tool[] = [
  { name: '直通车', adstock: 0.1, claimFactor: 1.1, clickRate: 0.045, usualSpendYuan: 100, usualClicks: 34 },
  { name: '万相台', adstock: 0.35, claimFactor: 1.35, clickRate: 0.03, usualSpendYuan: 68, usualClicks: 27 },
  { name: '引力魔方', adstock: 0.5, claimFactor: 1.55, clickRate: 0.02, usualSpendYuan: 34, usualClicks: 19 },
]

const AUDIENCES = ['店铺潜客', '竞店人群', '相似宝贝人群', '加购未购人群']

const KEYWORDS: readonly (readonly string[])[] = [
  ['保湿面霜', '敏感肌洗面奶', '烟酰胺精华', '防晒霜 学生党'],
  ['洗衣凝珠', '氨基酸洗发水', '洗脸巾', '电动牙刷 成人'],
  ['纯棉四件套', '收纳箱 大号', '保温杯', '乳胶枕 护颈'],
  ['纸尿裤 超薄', '婴儿湿巾', '宝宝面霜', '待产包'],
  ['每日坚果', '挂耳咖啡', '螺蛳粉', '坚果礼盒 年货'],
]

function buildUnits(planId: string, tool: Tool, category: number, rng: Rng): AdUnit[] {
  const names = tool.name === '直通车' ? (KEYWORDS[category] ?? []) : AUDIENCES
  const clickWeights = names.map(() => 0.5 + rng.next())
  const spendWeights = clickWeights.map((w) => w * (0.7 + 0.6 * rng.next()))
  const [clicks, spend] = [clickWeights, spendWeights].map((weights) => weights.reduce((a, b) => a + b, 0))
  return names.map((keyword, i) => ({
    unitId: `${planId}-${i + 1}`,
    keyword,
    clickShare: (clickWeights[i] ?? 0) / (clicks ?? 1),
    spendShare: (spendWeights[i] ?? 0) / (spend ?? 1),
    clickRate: tool.clickRate * (0.75 + 0.5 * rng.next()),
  }))
}

/** Fifteen plans: three tools in each of the five categories. Spend and clicks grow with the scale, the curves do not. */
export function buildAdPlans(seedRng: Rng, scale: number): AdPlan[] {
  const plans: AdPlan[] = []
  for (const tool of TOOLS)
    for (const [category, spec] of CATEGORY_SPECS.entries()) {
      const rng = seedRng.fork(`ads/${tool.name}/${spec.name}`)
      const weight = spec.interest * CATEGORY_SPECS.length * scale
      const usualSpendYuan = tool.usualSpendYuan * weight
      const usualAdstock = usualSpendYuan / (1 - tool.adstock)
      const shape = 0.9 + 0.4 * rng.next()
      const half = usualAdstock * (0.8 + 0.6 * rng.next())
      const planId = `${3_600_000 + plans.length * 1_117}`
      plans.push({
        index: plans.length,
        tool: tool.name,
        planId,
        planName: `${spec.name}-${tool.name === '直通车' ? '关键词' : '人群'}推广`,
        category,
        usualSpendYuan,
        adstock: tool.adstock,
        half,
        shape,
        // Chosen so that the usual spend brings the tool's usual clicks.
        clicksMax: tool.usualClicks * weight * (1 + (half / usualAdstock) ** shape),
        claimFactor: tool.claimFactor,
        units: buildUnits(planId, tool, category, rng),
      })
    }
  return plans
}
