import { isPeriod, type Period, parsePeriod } from '@zhanggui/kernel'

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

const numberOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : NUMERALS.indexOf(text) + 1)

/**
 * A period of a budget table in the words of the trade, within the plan's year unless it names its own.
 * Shape: `null` for words that name none. @example periodFromWords('二季度', 2027) // '2027-Q2'
 */
export function periodFromWords(words: string, planYear: number): Period | null {
  const text = words.normalize('NFKC').replace(/\s+/g, '')
  if (text === '' || /^(全年|年度|year)$/i.test(text)) return parsePeriod(String(planYear))
  if (isPeriod(text)) return text
  const [, named, rest = ''] = /^(?:(\d{4})年?[-/.]?)?(.*)$/.exec(text) ?? []
  const year = named ?? String(planYear)
  if (rest === '') return parsePeriod(year)
  const quarter = /^(?:Q([1-4])|第?([一二三四1-4])季度?)$/i.exec(rest)
  if (quarter) return parsePeriod(`${year}-Q${numberOf(quarter[1] ?? quarter[2] ?? '')}`)
  const month = numberOf(/^(\d{1,2}|[一二三四五六七八九十]{1,2})月?(?:份)?$/.exec(rest)?.[1] ?? '')
  return month >= 1 && month <= 12 ? parsePeriod(`${year}-${String(month).padStart(2, '0')}`) : null
}
