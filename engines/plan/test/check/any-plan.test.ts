import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPlan, type Plan, planFaults } from '../../src/index.ts'
import { readPlanFile } from './read-plan-file.ts'
import { shopFacts } from './shop-facts.ts'

const clean = readPlanFile('clean-plan')

/** Values that a file may hold in place of a sound one of the same kind. */
const strangeText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', ' ', 'X', '2027-13', '2027-02-30', '0000', '9999-Q4', '刷单', '🦆', '-'),
)
const strangeNumber = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double(),
  fc.constantFrom(0, -1, 0.1, 1e300, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER),
)

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Fields that hold a word of a closed list; a stranger word is refused before a plan gets here. */
const WORDS = new Set(['kind', 'shareBase', 'direction', 'dimension', 'set', 'side', 'team', 'unit', 'op'])

/** Replaces some leaves by strange values of their kind; null stays possible everywhere it was. */
function disturbed(value: Json, draw: { text: () => string; number: () => number; hit: () => boolean }): Json {
  if (Array.isArray(value)) return value.filter(() => !draw.hit()).map((item: Json) => disturbed(item, draw))
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, WORDS.has(key) ? item : disturbed(item as Json, draw)]),
    )
  if (!draw.hit()) return value
  if (typeof value === 'string') return draw.text()
  return typeof value === 'number' ? draw.number() : value
}

const asJson = (plan: Plan): Json => JSON.parse(JSON.stringify(plan))

const anyPlan = fc
  .record({
    texts: fc.array(strangeText, { minLength: 20, maxLength: 20 }),
    numbers: fc.array(strangeNumber, { minLength: 20, maxLength: 20 }),
    hits: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 97, maxLength: 97 }),
  })
  .map(({ texts, numbers, hits }) => {
    let [t, n, h] = [0, 0, 0]
    const draw = {
      text: () => texts[t++ % texts.length] ?? '',
      number: () => numbers[n++ % numbers.length] ?? 0,
      hit: () => hits[h++ % hits.length] === 0,
    }
    return { ...(disturbed(asJson(clean), draw) as unknown as Plan), budgetRules: clean.budgetRules, year: 2027 }
  })

describe('any plan of the right shape', () => {
  test('the check answers, whatever stands in it, and numbers what it found', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const findings = checkPlan(plan, shopFacts())
        expect(findings.map(({ number }) => number)).toEqual(findings.map((_, index) => index + 1))
      }),
      { numRuns: 80, seed: 20270104 },
    )
  })
  test('a plan that does not fit together has a finding for each fault', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const structural = checkPlan(plan, shopFacts()).filter(({ rule }) =>
          /^(?:id-repeated|period-unknown|day-unknown|range-empty|parent-|reference-unknown|dependency-circle)/.test(
            rule,
          ),
        )
        expect(structural).toHaveLength(planFaults(plan).length)
      }),
      { numRuns: 30, seed: 20270105 },
    )
  })
  test('checking twice gives the same, and the order of rules in a plan does not matter to its faults', () => {
    const bad = readPlanFile('bad-plan')
    expect(checkPlan(bad, shopFacts())).toEqual(checkPlan(bad, shopFacts()))
    const turned: Plan = { ...bad, tasks: bad.tasks.toReversed(), requests: bad.requests.toReversed() }
    const rules = (plan: Plan) => checkPlan(plan, shopFacts()).map(({ rule }) => rule)
    expect(rules(turned).toSorted()).toEqual(rules(bad).toSorted())
  })
  test('a plan of 20,000 goals is checked in seconds', () => {
    const [model] = clean.goals
    if (!model) throw new Error('the clean plan has goals')
    const many = Array.from({ length: 20_000 }, (_, i) => ({
      ...model,
      id: `g${i}`,
      name: `目标 ${i}`,
      scope: { category: `c${i}` },
    }))
    const before = performance.now()
    checkPlan({ ...clean, goals: many }, shopFacts())
    expect(performance.now() - before).toBeLessThan(30_000)
  })
})
