import type { Sentence } from '../document.ts'
import type { WeaknessFact } from '../library/facts.ts'
import { say, type Telling } from '../library/telling.ts'

const named = ({ name, subject }: WeaknessFact): string => (subject ? `${name}·${subject}` : name)

/** How much is behind its baseline, and which of it costs most. Silent where nobody can say what closing it would bring. */
export function sayWeaknesses(telling: Telling, found: readonly WeaknessFact[]): Sentence[] {
  const costly = found.filter(({ atStake }) => (atStake.value ?? 0) > 0)
  const [worst] = costly.toSorted((a, b) => (b.atStake.value ?? 0) - (a.atStake.value ?? 0))
  if (!worst) return []
  return [
    {
      pieces: [
        say(telling, `最值得先补的是${named(worst)}：现状 `, `${named(worst)} is worth mending first: `),
        worst.value,
        say(telling, '，基线 ', ' against a baseline of '),
        worst.baseline,
        say(telling, '，补齐约可增加支付金额 ', '; closing it is worth about '),
        worst.atStake,
        say(telling, '。', ' of paid sales.'),
      ],
    },
  ]
}
