import { parseAmount } from '@zhanggui/kernel'
import { foldSameLength } from './same-length.ts'

/** A number that a text names. `ratio` is a fraction: 5 % is 0.05. */
export type Figure =
  | { kind: 'amount'; value: number; hasUnit: boolean; text: string; at: number }
  | { kind: 'ratio'; value: number; upTo: number | null; text: string; at: number }

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`
const RATIO = new RegExp(String.raw`(${NUMBER})\s*%?\s*(?:(?:-|~|–|—|至|到)\s*(${NUMBER})\s*)?%`, 'g')
const AMOUNT = new RegExp(
  String.raw`(?<![\d.])[¥$]?\s*(${NUMBER})\s*(亿|万|w(?![a-z])|千|k(?![a-z]))?\s*(元|块|rmb|cny)?`,
  'g',
)

const MULTIPLES: Readonly<Record<string, { scale: string; times: number }>> = {
  亿: { scale: '亿', times: 1 },
  万: { scale: '万', times: 1 },
  w: { scale: '万', times: 1 },
  千: { scale: '', times: 1000 },
  k: { scale: '', times: 1000 },
}

const decimal = (text: string): number => Number(text.replaceAll(',', ''))

/** Written with a hundredth of a percent at most; more digits are noise of the division. */
const fraction = (percent: string): number => Math.round(decimal(percent) * 1e6) / 1e8

/** Whole fen of an amount that is written in yuan; null when it is no money. */
function fenOf(digits: string, unit: string | undefined): number | null {
  const { scale, times } = MULTIPLES[unit ?? ''] ?? { scale: '', times: 1 }
  const amount = parseAmount(`${digits}${scale}`)
  return amount.ok && Number.isSafeInteger(amount.value * times) ? amount.value * times : null
}

/**
 * The numbers in a text, in order: percentages as fractions, ranges of them with both ends, everything else as an amount in fen
 * (`20万` is 20,000,000 fen). Ordinals and dates are amounts here too; whoever asks knows what it looks for.
 * @example readFigures('推广费10–15%') // [{ kind: 'ratio', value: 0.1, upTo: 0.15, … }]
 */
export function readFigures(text: string): Figure[] {
  const folded = foldSameLength(text)
  const ratios = [...folded.matchAll(RATIO)].map(
    (match): Figure => ({
      kind: 'ratio',
      value: fraction(match[1] ?? ''),
      upTo: match[2] === undefined ? null : fraction(match[2]),
      text: match[0],
      at: match.index,
    }),
  )
  const inRatio = (at: number): boolean => ratios.some((ratio) => at >= ratio.at && at < ratio.at + ratio.text.length)
  const amounts = [...folded.matchAll(AMOUNT)].flatMap((match): Figure[] => {
    const value = fenOf(match[1] ?? '', match[2])
    if (value === null || inRatio(match.index + match[0].length - 1) || inRatio(match.index)) return []
    const hasUnit = match[2] !== undefined || match[3] !== undefined || /^[¥$]/.test(match[0])
    return [{ kind: 'amount', value, hasUnit, text: match[0].trim(), at: match.index }]
  })
  return [...ratios, ...amounts].toSorted((a, b) => a.at - b.at)
}
