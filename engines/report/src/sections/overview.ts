import type { Block } from '../document.ts'
import { formatChange } from '../format/format-figure.ts'
import type { Section } from '../library/report-kind.ts'
import { say, type Telling } from '../library/telling.ts'
import { type Compared, comparedOf } from '../narrative/compared.ts'
import { headline } from '../narrative/headline.ts'
import { askOver, headed, paragraphOf } from './write.ts'

function noteOf(telling: Telling, one: Compared): string {
  const change = formatChange(
    one.now,
    one.before !== null && one.before <= 0 ? null : one.before,
    one.unit,
    telling.language,
  )
  if (change === null || one.against === '') return say(telling, '没有可比的数', 'nothing to compare with')
  if (!/[1-9]/.test(change)) return say(telling, `与${one.against}持平`, `unchanged on ${one.against}`)
  return say(telling, `比${one.against} ${change}`, `${change} on ${one.against}`)
}

/** A share of nothing with nothing beside it: no members, no coupons. It is a lack of data, or says no more than one. */
const isBlank = ({ unit, now, before }: Compared): boolean => unit === 'ratio' && now === 0 && !before

/** The figures that answer the question first; the leading ones are said in a sentence as well. */
export function overview(
  metrics: readonly string[],
  { said = 1, title }: { said?: number; title?: readonly [string, string] } = {},
): Section {
  return {
    asks: (period) => ({ totals: askOver(period, { metrics }) }),
    write(telling): Block[] {
      const answer = telling.answers.get('totals')
      if (!answer?.range) return []
      const known = metrics
        .map((id) => comparedOf(telling, answer, id))
        .filter((one) => one.now !== null && !isBlank(one))
      // The first metric is what the figures are about; without it the others say nothing.
      if (known[0]?.metric !== metrics[0]) return []
      const blocks: Block[] = [
        ...paragraphOf(...known.slice(0, said).flatMap((one) => headline(telling, one))),
        {
          kind: 'figures',
          items: known.map((one) => ({
            label: one.name,
            figure: one.figureOf(one.now),
            note: noteOf(telling, one),
          })),
        },
      ]
      return title ? headed(telling, title, blocks) : blocks
    },
  }
}
