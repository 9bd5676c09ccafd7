/** How buyers say that rules are hard to follow, and that they are plain: words of reviews and surveys. */
const COMPLICATED = [
  '太复杂',
  '规则复杂',
  '看不懂规则',
  '规则看不懂',
  '看不明白',
  '算不清',
  '算不明白',
  '套路太多',
  '套路多',
  '凑单麻烦',
  '凑单太麻烦',
  '规则太多',
  '玩法复杂',
] as const
const PLAIN = ['规则清楚', '规则清晰', '规则简单', '简单明了', '一目了然', '一看就懂', '没有套路', '没套路'] as const
/** A word before it turns it round: 「不算太复杂」, 「一点也不套路多」. */
const DENIALS = ['不', '没', '没有', '不算', '不是', '并不'] as const

export type Heard = 'complicated' | 'plain'

const saysPlainly = (text: string, words: readonly string[]): boolean =>
  words.some((word) => {
    const at = text.indexOf(word)
    return at >= 0 && !DENIALS.some((denial) => text.slice(0, at).endsWith(denial))
  })

/** Every word that a text is searched for, for the store that looks them up. */
export const HEARD_WORDS: readonly string[] = [...COMPLICATED, ...PLAIN]

/**
 * What a buyer says of the rules (P6.34): too complicated, plain, or nothing of the kind. Who says both complains.
 * @example heardIn('满减规则太复杂，算不清') // 'complicated'
 */
export function heardIn(text: string): Heard | undefined {
  if (saysPlainly(text, COMPLICATED)) return 'complicated'
  return saysPlainly(text, PLAIN) ? 'plain' : undefined
}
