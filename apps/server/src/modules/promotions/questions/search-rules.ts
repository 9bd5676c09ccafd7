import type { PromotionFinding, Store } from '@zhanggui/contract'
import { sayFinding } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { compileAsked } from './asked-rules.ts'
import type { Neighbour } from './problems-beside.ts'
import type { LowestShown } from './publish-messages.ts'
import { type PublishFacts, readPublishCase } from './read-publish-case.ts'
import { searchPublish } from './search-publish.ts'

export type Searched = { findings: PromotionFinding[]; lowest: readonly LowestShown[]; titles: PublishFacts['titles'] }

const note = (
  code: string,
  severity: PromotionFinding['severity'],
  words: { zh: string; en: string },
): PromotionFinding => ({
  code,
  severity,
  ruleIds: [],
  facts: {},
  ...words,
})

const givenUp = note('search_given_up', 'warning', {
  zh: '组合太多，最低到手价没有算完。请缩小商品范围或减少规则后再检查。',
  en: 'There are too many combinations; the lowest prices were not all found. Narrow the goods or the rules and check again.',
})

const leftOut = (goods: number): PromotionFinding[] =>
  goods === 0
    ? []
    : [
        note('search_left_out', 'note', {
          zh: `只算了销量最高的商品，另有 ${goods} 个规格没有算最低到手价，可单独指定。`,
          en: `Only the goods that sell most were searched; ${goods} SKUs were left out and can be asked for by name.`,
        }),
      ]

/** What other promotions do by themselves was said when they were checked. */
const concerns = ({ rules }: Neighbour, { ruleIds }: { ruleIds: readonly string[] }): boolean =>
  ruleIds.length === 0 || rules.some(({ ruleId }) => ruleIds.includes(ruleId))

/** Searches what can be reached under rules beside what is in force, on the shop's goods, prices and coupons (P6.33). */
export async function searchRules(
  context: Context,
  store: Store,
  given: { own: Neighbour; beside: readonly Neighbour[]; skuIds: readonly string[] | undefined },
): Promise<Searched> {
  const { own, beside, skuIds } = given
  const ruleSet = compileAsked({ own, beside })
  const facts = await readPublishCase(context, store, { own, beside, ruleSet, skuIds })
  const rules = [...own.rules, ...beside.flatMap((other) => other.rules)]
  const answer = await searchPublish({ pipeline: own.pipeline, rules, publish: facts.publish })
  const { titles } = facts
  if (!answer) return { findings: [givenUp], lowest: [], titles }
  const found = answer.findings
    .filter((finding) => concerns(own, finding))
    .map((finding): PromotionFinding => {
      const { code, severity, ruleIds, facts } = finding
      const said = sayFinding(finding, (skuId) => titles.get(skuId)?.title || skuId)
      return { code, severity, ...said, ruleIds: [...ruleIds], facts: { ...facts } }
    })
  return { findings: [...found, ...leftOut(facts.leftOut)], lowest: answer.lowest, titles }
}
