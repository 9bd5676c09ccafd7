import { findPractices } from '../../../scan/find-practices.ts'
import { inTexts } from '../../in-texts.ts'
import { defineRule } from '../../rule.ts'

const BASE_SALES = /基础销量|基础销售|基础成交|base sales/i
const PAUSED =
  /(?:暂停|停止|不做|停掉|暂不|先不)[^，,。；;]{0,6}(?:推广|投放|直通车|付费|广告)|promotion (?:is )?paused/i
const REAL = /真实|老客|会员|试用|自然流量|real orders|returning/i

const unsaid = (text: string): { words: string }[] => {
  const words = BASE_SALES.exec(text)?.[0]
  return words && PAUSED.test(text) && !REAL.test(text) && findPractices(text).length === 0 ? [{ words }] : []
}

/** While paid promotion rests, "base sales" must come from real orders, and the plan says from where (X09). */
export const baseSalesWhilePaused = defineRule({
  id: 'base-sales-while-paused',
  level: 'warning',
  rows: ['X09', 'P3.02', 'P4.06'],
  find: (view) => inTexts(view, unsaid),
  messageZh: ({ words }) => `暂停推广期间要求“${words}”，没有写明由哪些真实订单实现`,
  messageEn: ({ words }) => `"${words}" while promotion is paused: the plan does not say which real orders make them`,
  suggestionZh: '写明来源：老客回购、会员专享、新品试用或自然流量',
  suggestionEn: 'Name the source: returning buyers, member offers, trials or organic traffic',
})
