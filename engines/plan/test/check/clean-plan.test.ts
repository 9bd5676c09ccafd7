import { expect, test } from 'vitest'
import { checkPlan } from '../../src/index.ts'
import { readPlanFile } from './read-plan-file.ts'
import { shopFacts } from './shop-facts.ts'

test('[P16.15] a clean plan of a whole year has no finding', () => {
  expect(checkPlan(readPlanFile('clean-plan'), shopFacts()).map((f) => `${f.rule}: ${f.messageZh}`)).toEqual([])
})
