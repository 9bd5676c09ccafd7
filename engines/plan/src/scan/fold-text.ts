import { toSimplified } from '@zhanggui/text'

/** A text as a scanner reads it: one script, one width, lower case, nothing between the characters that is not read. */
export type FoldedText = {
  folded: string
  /** Place in the original of the folded text from `from` up to `to`. */
  original: (from: number, to: number) => { start: number; end: number }
}

// Letters of other alphabets that look like the ones used in slang ("ѕ单", "ｓԁ").
const LOOKALIKES: Readonly<Record<string, string>> = { ѕ: 's', ԁ: 'd', а: 'a', ь: 'b', ν: 'v', υ: 'u', ο: 'o', о: 'o' }

/** Put between characters to hide a word: blanks, zero-width marks, accents, dots, dashes, slashes, brackets, quotes, emoji. */
const UNREAD =
  /^[\p{Z}\p{Cf}\p{M}\p{Sk}\p{Pd}\p{Pc}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{So}\p{Extended_Pictographic}\t\v\f\r.·•・‧∙⋅*+|/\\~^=#@&'"<>$%ㅤ]$/u

// Few distinct characters make up any text; each is folded once.
const known = new Map<string, string>()

function foldCharacter(character: string): string {
  const seen = known.get(character)
  if (seen !== undefined) return seen
  // NFD after NFKC parts letters from their accents, which are then dropped with the other marks.
  const plain = Array.from(character.normalize('NFKC').normalize('NFD'), (c) => LOOKALIKES[c] ?? c)
  const folded = toSimplified(plain.filter((c) => !UNREAD.test(c)).join('')).toLowerCase()
  if (known.size > 20_000) known.clear()
  known.set(character, folded)
  return folded
}

/**
 * Folds a text character by character, so that every place in it can be traced back.
 * Shape: linear in the length of the text. Line breaks, commas and full stops stay: they end a clause.
 * @example foldText('Ｓ 單').folded // 's单'
 */
export function foldText(text: string): FoldedText {
  const starts: number[] = []
  const ends: number[] = []
  const parts: string[] = []
  let at = 0
  for (const character of text) {
    const folded = foldCharacter(character)
    if (folded) parts.push(folded)
    for (let i = 0; i < folded.length; i++) {
      starts.push(at)
      ends.push(at + character.length)
    }
    at += character.length
  }
  return {
    folded: parts.join(''),
    original: (from, to) => ({ start: starts[from] ?? text.length, end: ends[to - 1] ?? starts[from] ?? text.length }),
  }
}
