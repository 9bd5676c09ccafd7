import type { Rng } from '@zhanggui/kernel'
import { ASPECTS, type Aspect, ENDINGS, OPENINGS } from './review-phrases.ts'

export type ReviewText = { score: number; text: string; aspects: string[] }

const aspectsFor = (category: number): Aspect[] => ASPECTS.filter((a) => a.category === -1 || a.category === category)

/** Ordinary buyers' stars, five first. */
const STAR_WEIGHTS = [0.74, 0.15, 0.05, 0.03, 0.03]

/**
 * A review in Chinese whose words agree with its stars: four and five praise, one and two complain, three does both.
 * `fault` makes it complain of that aspect with at most two stars.
 */
export function writeReview(
  options: { category: number; fault?: { phrase: string } | undefined },
  rng: Rng,
): ReviewText {
  const { category, fault } = options
  const score = fault ? 1 + rng.int(2) : rng.pick([5, 4, 3, 2, 1], STAR_WEIGHTS)
  const pool = aspectsFor(category)
  const first = rng.pick(pool)
  const second = rng.pick(pool.filter((a) => a !== first))
  const mood = score >= 4 ? 'good' : 'bad'
  const phrases = [
    fault ? fault.phrase : rng.pick(first[mood]),
    ...(score === 3 ? [`不过${rng.pick(second.good)}`] : rng.next() < 0.45 ? [rng.pick(second[mood])] : []),
  ]
  const text = `${rng.pick(OPENINGS[mood])}${phrases.join('，')}${rng.pick(ENDINGS[mood]).replace(/^(?=[^。])/, '，')}`
  return { score, text, aspects: [fault ? '包装' : first.name] }
}
