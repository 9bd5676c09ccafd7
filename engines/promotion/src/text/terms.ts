/** A word of the trade that a buyer may not know, with the words that explain it where they stand beside it. */
type Term = { term: string; explainedBy: readonly string[] }

/** A term is defined in a text when one of the words that explain it is in the same text. */
export const TERMS: readonly Term[] = [
  { term: '活动价', explainedBy: ['单品优惠之后'] },
  { term: '平行满减', explainedBy: ['都按', '各自'] },
  { term: '膨胀', explainedBy: ['抵'] },
  { term: '尾款', explainedBy: ['付尾款'] },
  { term: '到手价', explainedBy: ['所有优惠之后', '全部优惠之后'] },
  { term: '叠加', explainedBy: ['同时用', '一起用'] },
  { term: '品类券', explainedBy: ['类目'] },
  { term: '跨店', explainedBy: ['几家店', '多家店'] },
  { term: '保价', explainedBy: ['退差价', '补差价'] },
  { term: '限时', explainedBy: ['有效', '至', '前'] },
  { term: '凑单', explainedBy: ['还差', '满'] },
  { term: '返场', explainedBy: ['活动之后', '结束后'] },
  { term: '淘金币', explainedBy: ['抵'] },
  { term: '爆款', explainedBy: [] },
  { term: '全网', explainedBy: [] },
  { term: '最终解释权', explainedBy: [] },
  { term: '详见', explainedBy: [] },
]

/** Terms that a text uses and does not explain, in the order of the list. */
export const undefinedTerms = (text: string): string[] =>
  TERMS.filter(
    ({ term, explainedBy }) => text.includes(term) && !explainedBy.some((words) => text.includes(words)),
  ).map(({ term }) => term)
