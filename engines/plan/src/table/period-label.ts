import { type Period, parsePeriod } from '@zhanggui/kernel'
import { foldSameLength } from './same-length.ts'

/** Whole months of one year, both ends included. */
export type MonthSpan = { year: number; fromMonth: number; toMonth: number }

/** A period as somebody wrote it at the beginning of a text, and what stood behind it. */
export type PeriodLabel = { span: MonthSpan; label: string; rest: string }

const NUMERALS: Readonly<Record<string, number>> = {
  元: 1,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十一: 11,
  十二: 12,
}

const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const numberOf = (text: string): number => NUMERALS[text] ?? Number(text)

const Y = String.raw`(?:(?<year>\d{4})\s*年?\s*[-/.]?\s*)?`
const M = '(?:1[0-2]|0?[1-9]|元|十[一二]?|[一二三四五六七八九])'
const TO = String.raw`\s*(?:-|~|–|—|至|到)\s*`

type Reader = { find: RegExp; span: (groups: Record<string, string | undefined>) => Omit<MonthSpan, 'year'> }

const quarter = (q: number): Omit<MonthSpan, 'year'> => ({ fromMonth: q * 3 - 2, toMonth: q * 3 })
const months = (from: number, to = from): Omit<MonthSpan, 'year'> => ({ fromMonth: from, toMonth: to })
const english = (name: string | undefined): number => ENGLISH.indexOf((name ?? '').slice(0, 3)) + 1

/** Usual spellings of a month, a quarter, a half and a year, the longest first. */
const READERS: readonly Reader[] = [
  {
    find: new RegExp(`^${Y}(?<from>${M})(?:月份?)?${TO}(?<to>${M})\\s*月份?`),
    span: ({ from = '', to = '' }) => months(numberOf(from), numberOf(to)),
  },
  {
    find: new RegExp(`^${Y}(?<from>${M})月?(?:[、,]${M}月?)*[、,](?<to>${M})\\s*月份?`),
    span: ({ from = '', to = '' }) => months(numberOf(from), numberOf(to)),
  },
  {
    find: /^(?<year>\d{4})[-/.](?<from>0?[1-9]|1[0-2])[-/.]0?1(?: 00:00:00)?(?![\d-])/,
    span: ({ from = '' }) => months(numberOf(from)),
  },
  { find: new RegExp(`^${Y}(?<from>${M})\\s*月份?`), span: ({ from = '' }) => months(numberOf(from)) },
  {
    find: /^(?<year>\d{4})[-/.](?<from>0?[1-9]|1[0-2])(?![\d/.-])/,
    span: ({ from = '' }) => months(numberOf(from)),
  },
  {
    find: new RegExp(`^(?<from>${ENGLISH.join('|')})[a-z]*\\.?(?:\\s*(?<year>\\d{4}))?(?![a-z])`),
    span: ({ from }) => months(english(from)),
  },
  { find: new RegExp(`^${Y}第?\\s*(?<q>[一二三四1-4])\\s*季度?`), span: ({ q = '' }) => quarter(numberOf(q)) },
  { find: new RegExp(`^${Y}q(?<q>[1-4])(?:\\s*季度?)?(?!\\d)`), span: ({ q = '' }) => quarter(Number(q)) },
  { find: new RegExp(`^${Y}(?:上半年|h1(?!\\d))`), span: () => months(1, 6) },
  { find: new RegExp(`^${Y}(?:下半年|h2(?!\\d))`), span: () => months(7, 12) },
  { find: /^(?:(?<year>\d{4})\s*)?(?:年度|全年|整年|年合计|合计|总计)/, span: () => months(1, 12) },
  { find: /^(?<year>\d{4})\s*(?:年(?:度|全年)?|(?!\d))/, span: () => months(1, 12) },
]

/** Signs between a period and what follows it; a bracket that was opened for the rest is taken off again. */
function trimRest(rest: string): string {
  const trimmed = rest.replace(/^[\s:：/|,，、;；]+/, '').trim()
  const bracketed = /^[（(](.*)[）)]$/s.exec(trimmed)
  return (bracketed?.[1] ?? trimmed).trim()
}

/**
 * The period at the beginning of a text; null when it begins with none. A year that is not written is `year`.
 * @example readPeriodLabel('4-6月 旺季大促', 2027) // { span: { year: 2027, fromMonth: 4, toMonth: 6 }, label: '4-6月', rest: '旺季大促' }
 */
export function readPeriodLabel(text: string, year: number): PeriodLabel | null {
  const trimmed = text.trim()
  const folded = foldSameLength(trimmed)
  for (const { find, span } of READERS) {
    const match = find.exec(folded)
    if (!match) continue
    const { fromMonth, toMonth } = span(match.groups ?? {})
    if (toMonth < fromMonth) continue
    const written = match.groups?.year
    return {
      span: { year: written === undefined ? year : Number(written), fromMonth, toMonth },
      label: trimmed.slice(0, match[0].length).trim(),
      rest: trimRest(trimmed.slice(match[0].length)),
    }
  }
  return null
}

const two = (n: number): string => String(n).padStart(2, '0')
const four = (n: number): string => String(n).padStart(4, '0')

/**
 * The fewest periods that make up a span.
 * @example periodsOfSpan({ year: 2027, fromMonth: 1, toMonth: 6 }) // ['2027-Q1', '2027-Q2']
 */
export function periodsOfSpan({ year, fromMonth, toMonth }: MonthSpan): Period[] {
  if (fromMonth === 1 && toMonth === 12) return [parsePeriod(four(year))]
  const periods: Period[] = []
  for (let month = fromMonth; month <= toMonth; ) {
    const wholeQuarter = month % 3 === 1 && month + 2 <= toMonth
    periods.push(parsePeriod(wholeQuarter ? `${four(year)}-Q${(month + 2) / 3}` : `${four(year)}-${two(month)}`))
    month += wholeQuarter ? 3 : 1
  }
  return periods
}

const QUARTERS = ['一', '二', '三', '四']

/** How the table writes a period. @example periodLabel(parsePeriod('2027-Q2')) // '2027年第二季度' */
export function periodLabel(period: Period): string {
  const [year, part] = [`${Number(period.slice(0, 4))}年`, period.slice(5)]
  if (part === '') return year
  if (part.startsWith('Q')) return `${year}第${QUARTERS[Number(part[1]) - 1]}季度`
  const [month, day] = part.split('-')
  return `${year}${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`
}
