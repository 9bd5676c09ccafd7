import { type Case, drawCase } from './case.ts'
import { LAWS } from './laws/index.ts'

export type Breach = { seed: string; i: number; law: string; fault: string }
export type Checked = { cases: number; cuts: number; hits: Map<string, number>; breaches: Breach[] }

function breachOf(drawn: Case, law: string): string | undefined {
  try {
    return LAWS[law]?.(drawn)
  } catch (error) {
    return String(error)
  }
}

function countHits({ ruleSet, priced }: Case, checked: Checked): void {
  for (const { cuts } of priced.lines) checked.cuts += cuts.length
  for (const { applied, ruleId } of priced.outcomes) {
    const mechanic = ruleSet.rules.get(ruleId)?.mechanic.mechanic ?? ''
    if (applied) checked.hits.set(mechanic, (checked.hits.get(mechanic) ?? 0) + 1)
  }
}

/** Draws the cases `from` … `until` of a seed and holds every law against each. */
export function checkCases({ seed, from, until }: { seed: string; from: number; until: number }): Checked {
  const checked: Checked = { cases: 0, cuts: 0, hits: new Map(), breaches: [] }
  for (let i = from; i < until; i++) {
    const drawn = drawCase(seed, i)
    checked.cases++
    countHits(drawn, checked)
    for (const law of Object.keys(LAWS)) {
      const fault = breachOf(drawn, law)
      if (fault !== undefined) checked.breaches.push({ seed, i, law, fault })
    }
  }
  return checked
}
