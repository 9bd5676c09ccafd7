const MASK = '***'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Puts `***` where a text names one of the identifiers as a word of its own: `tb_li` is not found inside `tb_li_2`.
 * @example masksOf(['tb_li'])('付款人 tb_li') // '付款人 ***'
 */
export function masksOf(identifiers: readonly string[]): (text: string) => string {
  const longestFirst = identifiers.toSorted((a, b) => b.length - a.length).map(escaped)
  const words = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}_])`, 'giu')
  return (text) => text.replace(words, MASK)
}

/** File, line and column of a refused row, then the value that it quotes; every cell stands in quotes. */
const QUOTED_VALUE = /^((?:"(?:[^"]|"")*",){3})("(?:[^"]|"")*")/gm

/** A quarantine file with the identifiers masked in the values that it quotes, and nowhere else. */
export const maskQuotedValues = (csv: string, mask: (text: string) => string): string =>
  csv.replace(QUOTED_VALUE, (_row, place: string, value: string) => place + mask(value))

/** True when a text names one of the identifiers. */
export const namesOneOf = (identifiers: readonly string[], text: string): boolean => masksOf(identifiers)(text) !== text
