import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { foldWidth } from './fold-width.ts'
import { toSimplified } from './to-simplified.ts'

let jieba: Jieba | undefined

/**
 * Chinese text cut into words; width and script are folded first, blanks and punctuation left out.
 * The dictionary (5 MB) is loaded on first use.
 * @example segment('天貓雙11預售') // ['天猫', '双', '11', '预售']
 */
export function segment(text: string): string[] {
  jieba ??= Jieba.withDict(dict)
  return jieba.cut(toSimplified(foldWidth(text)), true).filter((word) => /[\p{L}\p{N}]/u.test(word))
}
