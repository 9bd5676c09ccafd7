import { describe, expect, test } from 'vitest'
import { checkPlan, countFindings, findingKey } from '../../src/index.ts'
import { badFacts, badPlan, RULES_OF_BAD_PLAN } from './bad-plan.ts'
import { readPlanFile } from './read-plan-file.ts'

const findings = checkPlan(readPlanFile('bad-plan'), badFacts())

describe('[P16.15][P2.23] a bad plan with a defect for each rule', () => {
  test('more than sixty defects are planted', () => {
    expect(RULES_OF_BAD_PLAN.length).toBeGreaterThanOrEqual(60)
  })
  test('each is found exactly once, and nothing else', () => {
    expect(findings.map(({ rule }) => rule).toSorted()).toEqual([...RULES_OF_BAD_PLAN].toSorted())
  })
  test('findings are numbered 1, 2, 3 … in the order of the plan', () => {
    expect(findings.map(({ number }) => number)).toEqual(findings.map((_, index) => index + 1))
    const parts = findings.map(({ at }) => at.part)
    expect(parts).toEqual([...Map.groupBy(parts, (part) => part).values()].flat())
  })
  test('every finding says in both languages what is wrong and what to do, and names its rows', () => {
    for (const finding of findings) {
      const texts = [finding.messageZh, finding.messageEn, finding.suggestionZh, finding.suggestionEn]
      for (const text of texts) expect(text, finding.rule).not.toMatch(/^\s*$|undefined|NaN|\[object/)
      expect(finding.rows.length, finding.rule).toBeGreaterThan(0)
      for (const row of finding.rows) expect(row).toMatch(/^(?:P\d{1,2}|X)\.?\d{2}$/)
    }
  })
  test('what was read from a file names its cell', () => {
    const inTable = findings.filter(({ at, rule }) => at.part === 'table' && at.id !== null && rule !== 'profile')
    expect(inTable.length).toBeGreaterThan(5)
    for (const { source } of inTable) expect(source).toMatchObject({ file: '年度计划表.xlsx', sheet: '2027' })
  })
  test('the same fault keeps its key when others are mended, and loses it when its figures change', () => {
    const keys = findings.map(findingKey)
    expect(new Set(keys).size).toBe(keys.length)
    const [first] = findings
    if (!first) throw new Error('there are findings')
    expect(findingKey({ ...first, figures: { ...first.figures, more: 1 } })).not.toBe(findingKey(first))
  })
  test('counts are those of the levels', () => {
    const { error, warning, note } = countFindings(findings)
    expect(error + warning + note).toBe(findings.length)
    expect(error).toBeGreaterThan(30)
  })
  test('the file is what the planted defects make', () => {
    expect(readPlanFile('bad-plan')).toEqual(JSON.parse(JSON.stringify(badPlan())))
  })
})
