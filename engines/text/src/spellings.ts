import { Converter } from 'opencc-js/cn2t'
import { foldWidth } from './fold-width.ts'
import { toSimplified } from './to-simplified.ts'

type Convert = ReturnType<NonNullable<typeof Converter>>
let convert: Convert | undefined

/** Simplified Chinese to traditional, by the OpenCC tables; what is traditional stays as it is. */
function toTraditional(text: string): string {
  convert ??= Converter?.({ from: 'cn', to: 't' })
  return convert && /[\u3400-\u9fff]/.test(text) ? convert(text) : text
}

/**
 * The ways in which somebody may have written what is looked for: as it came, in simplified and in traditional characters, all
 * in half width. For places that cannot fold what they hold, such as a database.
 * Shape: each once, the text as it came (in half width) first.
 * @example spellingsOf('銀卡') // ['銀卡', '银卡']
 */
export function spellingsOf(text: string): string[] {
  const folded = foldWidth(text).trim()
  const simplified = toSimplified(folded)
  return [...new Set([folded, simplified, toTraditional(simplified)])]
}
