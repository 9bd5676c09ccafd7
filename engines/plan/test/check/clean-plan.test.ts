import { expect, test } from 'vitest'
import { checkPlan } from '../../src/index.ts'
import { readPlanFile } from './read-plan-file.ts'
import { shopFacts } from './shop-facts.ts'

test('[P16.15] a clean plan of a whole year has no finding', () => {
  expect(checkPlan(readPlanFile('clean-plan'), shopFacts()).map((f) => `${f.rule}: ${f.messageZh}`)).toEqual([])
})

test('a goal without a name is spoken of by its measure and what it is set on, never by an id', () => {
  const plan = readPlanFile('clean-plan')
  const measure = {
    id: 'own:weibo' as const,
    nameZh: '微博声量',
    nameEn: 'Weibo',
    unit: 'count' as const,
    kind: 'additive' as const,
    numerator: null,
    denominator: null,
    dimensions: ['province'],
    higherIsBetter: true,
    actuals: [],
  }
  const [first] = plan.goals
  if (!first) throw new Error('the clean plan has goals')
  const blank = { ...first, id: 'w', parentId: null, axis: null, name: '', metric: measure.id, target: null }
  const goals = [...plan.goals, { ...blank, scope: { province: '上海' } }]
  const found = checkPlan({ ...plan, goals, measures: [...plan.measures, measure] }, shopFacts())
  expect(found.find((f) => f.rule === 'goal-unset')?.messageZh).toContain('“微博声量 上海”')
})
