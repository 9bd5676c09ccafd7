import { type Figure, readFigures } from './read-figures.ts'
import { foldSameLength } from './same-length.ts'
import { TARGET_WORDS, type TargetWord } from './target-words.ts'

/** One target that a cell states, or why its words state none. */
export type ReadTarget =
  | { ok: true; word: TargetWord; value: number; text: string }
  | { ok: false; reason: 'rate_without_base' | 'unclear'; text: string }

/** Sales of the shop: what a bare amount means. */
const SALES = TARGET_WORDS.at(-1) as TargetWord

/** `X`, `待定`, dashes: the author means to fill it in. */
const BLANK = /^(?:[x×＿_/\-–—?？.…]+|待定|待填|暂无|无|tbd|n\/a|xx+万?元?|x万元?)$/

/** Growth on something else, or a share of the year: a number, but no target as it stands. */
const RELATIVE = /同比|环比|增长|提升|上升|增加|较|比去年|比上|全年|年度|总目标|任务的|完成/

export const isBlankTarget = (text: string): boolean =>
  text === '' || BLANK.test(foldSameLength(text).replace(/\s/g, ''))

const isShare = ({ unit }: TargetWord): boolean => unit === 'ratio'

/** The value in the metric's unit; null when the figure is no figure of that metric. */
function inUnit(figure: Figure, word: TargetWord): number | null {
  if (isShare(word)) return figure.kind === 'ratio' ? figure.value : null
  if (figure.kind === 'ratio') return null
  if (word.unit === 'money') return figure.value
  return figure.value / 100
}

/** `ROI 1:3` is 3. */
function roiOf(folded: string): number | null {
  const match = /1\s*:\s*(\d+(?:\.\d+)?)/.exec(folded)
  return match ? Number(match[1]) : null
}

/** "全年200万" is the year's own target; "完成全年80%" is a share of it. */
const isRelative = (folded: string, figures: readonly Figure[]): boolean =>
  RELATIVE.test(folded) && figures.every(({ kind }) => kind === 'ratio')

/**
 * What one item of a target cell asks for. A bare amount is sales; a bare percentage is nobody's share.
 * @example readTarget('转化率3%') // { ok: true, word: { metric: 'cvr', … }, value: 0.03, … }
 */
export function readTarget(text: string): ReadTarget {
  const folded = foldSameLength(text)
  const figures = readFigures(text)
  const named = TARGET_WORDS.find(({ find }) => find.test(folded))
  if (figures.length === 0) return { ok: false, reason: 'unclear', text }
  if (isRelative(folded, figures)) return { ok: false, reason: 'rate_without_base', text }
  const word = named ?? SALES
  const roi = word.metric === 'roi' ? roiOf(folded) : null
  if (roi !== null) return { ok: true, word, value: roi, text }
  const values = figures.flatMap((figure) => inUnit(figure, word) ?? [])
  const [value] = values
  if (value !== undefined && values.length === 1) return { ok: true, word, value, text }
  const bareRate = value === undefined && figures.every(({ kind }) => kind === 'ratio')
  return { ok: false, reason: bareRate ? 'rate_without_base' : 'unclear', text }
}
