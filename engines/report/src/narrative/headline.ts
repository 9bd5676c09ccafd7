import { figure, type Sentence } from '../document.ts'
import { say, type Telling } from '../library/telling.ts'
import type { Compared } from './compared.ts'

/** Movements smaller than this are none: the figures stand beside each other, and no word of growth is said. */
export const STILL_SHARE = 0.005

/** How far a metric moved, as a share of what it was; null where a share says nothing (nothing, or less than nothing, before). */
export function movement({ now, before }: Pick<Compared, 'now' | 'before'>): number | null {
  if (now === null || before === null || before <= 0) return null
  return (now - before) / before
}

function beside(telling: Telling, one: Compared): Sentence['pieces'] {
  if (one.before === null) return []
  return [say(telling, `（${one.against} `, ` (${one.against}: `), one.figureOf(one.before), say(telling, '）', ')')]
}

function grown(telling: Telling, one: Compared, share: number): Sentence {
  const up = share > 0
  const word = up ? say(telling, '增长 ', 'growth of ') : say(telling, '下降 ', 'decrease of ')
  const percent = figure(Math.abs(share), 'ratio', one.figureOf(one.now).ref)
  return {
    pieces: [
      `${one.name} `,
      one.figureOf(one.now),
      say(telling, `，比${one.against}${word}`, `, a ${word}`),
      percent,
      ...(telling.language === 'zh' ? [] : [` on ${one.against}`]),
      ...beside(telling, one),
      say(telling, '。', '.'),
    ],
    claim: { metric: one.metric, period: one.period, comparison: one.against },
  }
}

/** A rate is said beside what it was: points of percent read like percent. */
function rateBeside(telling: Telling, one: Compared, before: number): Sentence {
  const word =
    (one.now ?? 0) > before ? say(telling, '高于', 'higher than the ') : say(telling, '低于', 'lower than the ')
  return {
    pieces: [
      `${one.name} `,
      one.figureOf(one.now),
      say(telling, `，${word}${one.against}的 `, `, ${word}`),
      one.figureOf(before),
      say(telling, '。', ` of ${one.against}.`),
    ],
    claim: { metric: one.metric, period: one.period, comparison: one.against },
  }
}

const isRate = ({ unit }: Compared): boolean => unit !== 'money' && unit !== 'count'

/**
 * A metric and how it moved. Shape: nothing where the metric is not known; a figure without a movement where there is nothing to
 * compare with, where both are alike, or where a share would say nothing.
 */
export function headline(telling: Telling, one: Compared): Sentence[] {
  if (one.now === null) return []
  const share = movement(one)
  const still = one.before === null || share === null || Math.abs(share) < STILL_SHARE
  if (still)
    return [{ pieces: [`${one.name} `, one.figureOf(one.now), ...beside(telling, one), say(telling, '。', '.')] }]
  return [isRate(one) ? rateBeside(telling, one, one.before ?? 0) : grown(telling, one, share ?? 0)]
}
