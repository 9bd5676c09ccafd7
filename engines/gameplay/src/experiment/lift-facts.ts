import type { GroupDifference } from '@zhanggui/kernel'
import type { Names } from '../programme/field.ts'
import type { Fact } from '../programme/programme.ts'

const inBp = (share: number | null): number | null => (share === null ? null : Math.round(share * 10_000))
const points = (share: number): string => (100 * share).toFixed(1)

/** The bounds in one line, in points of a percentage; null without people enough to say. */
function boundsText({ low, high }: GroupDifference): Names | null {
  if (low === null || high === null) return null
  const isSure = low > 0 || high < 0
  const said = `${points(low)} ~ ${points(high)}`
  return isSure
    ? { zh: `${said} 个百分点`, en: `${said} points` }
    : { zh: `${said} 个百分点，还分不出有没有用`, en: `${said} points: it may be nothing` }
}

/** What a share is among the treated and among the held, what lies between, and how sure that is. */
export const liftFacts = (lift: GroupDifference, { zh, en }: Names): Fact[] => [
  { zh: `实验组${zh}`, en: `Treated: ${en}`, unit: 'percent', value: inBp(lift.treatedMean) },
  { zh: `对照组${zh}`, en: `Held back: ${en}`, unit: 'percent', value: inBp(lift.heldMean) },
  { zh: `${zh}差（95%）`, en: `Difference of ${en} (95 %)`, unit: 'name', value: boundsText(lift) },
]
