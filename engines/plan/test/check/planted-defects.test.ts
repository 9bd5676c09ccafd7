import { describe, expect, test } from 'vitest'
import { checkPlan, type Plan, type PlanFacts, RULES } from '../../src/index.ts'
import type { Editable } from './edit-plan.ts'
import { PLANTED_DEFECTS } from './planted-defects.ts'
import { readPlanFile } from './read-plan-file.ts'
import { shopFacts } from './shop-facts.ts'

/** Brands are plain values in an edited plan, as in a file. */
const asWritten = (plan: Editable<Plan>): Plan => JSON.parse(JSON.stringify(plan))

const rulesFound = (plan: Editable<Plan>, facts: PlanFacts): string[] =>
  checkPlan(asWritten(plan), facts).map((finding) => `${finding.rule} @ ${finding.at.part}/${finding.at.id}`)

describe('[P16.15][P2.23] each defect planted once is found once', () => {
  test('there is a planted defect for every rule, and no other', () => {
    expect(Object.keys(PLANTED_DEFECTS).toSorted()).toEqual(RULES.map(({ rule }) => rule).toSorted())
    expect(RULES.length).toBeGreaterThanOrEqual(60)
  })
  test.each(Object.entries(PLANTED_DEFECTS))('%s: alone in a clean plan, it is the one finding', (rule, { plant }) => {
    const plan: Editable<Plan> = JSON.parse(JSON.stringify(readPlanFile('clean-plan')))
    const facts = shopFacts() as Editable<PlanFacts> & PlanFacts
    plant(plan, facts)
    expect(rulesFound(plan, facts)).toEqual([expect.stringContaining(`${rule} @`)])
  })
})
