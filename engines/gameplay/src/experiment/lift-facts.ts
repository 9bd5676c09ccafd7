import type { GroupDifference } from '@zhanggui/kernel'
import type { Names } from '../programme/field.ts'
import type { Fact } from '../programme/programme.ts'

const inBp = (share: number | null): number | null => (share === null ? null : Math.round(share * 10_000))
const points = (share: number): string => (100 * share).toFixed(1).replace('-', '−')

/** The bounds in one line, in points of a percentage; none without people enough to say. */
function boundsNote({ low, high }: GroupDifference): { note: Names } | null {
  if (low === null || high === null) return null
  const [from, to] = [points(low), points(high)]
  const isSure = low > 0 || high < 0
  const zh = `95% 区间 ${from} ~ ${to} 个百分点${isSure ? '' : '，还分不出有没有用'}`
  const en = `95 % bounds ${from} to ${to} points${isSure ? '' : ': it may be nothing'}`
  return { note: { zh, en } }
}

/** What a share is among the treated and among the held, what lies between, and how sure that is. */
export const liftFacts = (lift: GroupDifference, { zh, en }: Names): Fact[] => [
  { zh: `实验组${zh}`, en: `Treated: ${en}`, unit: 'percent', value: inBp(lift.treatedMean) },
  { zh: `对照组${zh}`, en: `Held back: ${en}`, unit: 'percent', value: inBp(lift.heldMean) },
  { zh: `${zh}差`, en: `Difference of ${en}`, unit: 'percent', value: inBp(lift.difference), ...boundsNote(lift) },
]
