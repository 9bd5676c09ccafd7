import { foldWidth, toSimplified } from '@zhanggui/text'

/** A word that advertising law does not allow in front of buyers without proof. */
export type Superlative = { quote: string; start: number }

const WORDS =
  '国家级|世界级|宇宙级|全网最低价?|全网第一|全国第一|行业第一|销量第一|第一品牌|全球首发(?=.{0,2}第一)|史上最[低强大]|最(?:低价|便宜|优惠|好用|高级|先进|权威|安全|佳|优|受欢迎|顶级)|顶级|极品|绝无仅有|独一无二|无与伦比|万能|百分百(?:有效|安全)|100%(?:有效|安全|治愈)|永久(?:有效|不变)|首选品牌|王牌|遥遥领先'
const SUPERLATIVE = new RegExp(WORDS, 'g')

/** Superlatives in a text. Source: requirement ledger P13.08; the words of the advertising law, to be confirmed before use. */
export function findSuperlatives(text: string): Superlative[] {
  const plain = toSimplified(foldWidth(text))
  const source = plain.length === text.length ? text : plain
  return Array.from(plain.matchAll(SUPERLATIVE), ({ 0: word, index }) => ({
    quote: source.slice(index, index + word.length),
    start: index,
  }))
}
