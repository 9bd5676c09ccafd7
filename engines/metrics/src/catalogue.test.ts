import { FACT_TABLES } from '@zhanggui/facts'
import { describe, expect, test } from 'vitest'
import { describeExpression, dictionary, MEASURES, METRICS, measuresOf, SOURCES } from './index.ts'

describe('the metric dictionary', () => {
  test('[P9.13] holds the four ends, each with its figures', () => {
    const ids = (end: string): string[] => METRICS.filter((m) => m.end === end).map((m) => m.id)
    expect(ids('traffic')).toEqual(
      expect.arrayContaining(['uv', 'pv', 'searchShare', 'paidTrafficShare', 'plays', 'interactions']),
    )
    expect(ids('conversion')).toEqual(expect.arrayContaining(['cvr', 'aov', 'gmv', 'feeRatio']))
    expect(ids('user')).toEqual(expect.arrayContaining(['newBuyers', 'repurchaseRate', 'nps', 'memberShare']))
    expect(ids('brand')).toEqual(expect.arrayContaining(['exposures', 'reputationIndex', 'coBrandPaid']))
  })

  test('[P9.13] is complete: at least 45 metrics, each with names, unit, definition, owner and sources in both languages', () => {
    expect(METRICS.length).toBeGreaterThanOrEqual(45)
    for (const entry of dictionary()) {
      for (const text of [entry.nameZh, entry.nameEn, entry.definitionZh, entry.definitionEn, entry.owner])
        expect(text, entry.id).toMatch(/\S/)
      expect(entry.definitionZh, entry.id).toMatch(/\p{Script=Han}/u)
      expect(entry.id).toMatch(/^[a-z][a-zA-Z0-9]*$/)
      expect(entry.dimensions.length, entry.id).toBeGreaterThan(0)
      expect(entry.sources.length, entry.id).toBeGreaterThan(0)
    }
  })

  test('[P9.13] each metric has one formula, and no two metrics have the same', () => {
    const formulas = METRICS.map((m) => describeExpression(m.expression))
    expect(formulas.filter((f, i) => formulas.indexOf(f) !== i)).toEqual([])
    const names = METRICS.flatMap((m) => [m.id, m.nameZh, m.nameEn])
    expect(names.filter((n, i) => names.indexOf(n) !== i)).toEqual([])
  })

  test('a rate names its numerator and denominator', () => {
    const nameless = dictionary().filter((e) => e.kind === 'ratio' && e.id !== 'dailySteadiness' && !e.denominator)
    expect(nameless.map((e) => e.id)).toEqual([])
  })

  test('every measure belongs to a source and is used by a metric', () => {
    const used = new Set(METRICS.flatMap((m) => measuresOf(m.expression)))
    expect(MEASURES.filter((m) => !used.has(m.id)).map((m) => m.id)).toEqual([])
    const sources = new Set(SOURCES.map((s) => s.id))
    expect(MEASURES.filter((m) => !sources.has(m.source))).toEqual([])
  })

  test('sources read fact tables that exist', () => {
    const tables = new Set<string>(FACT_TABLES.map((t) => t.name))
    for (const source of SOURCES)
      expect(
        source.tables.every((t) => tables.has(t)),
        source.id,
      ).toBe(true)
  })

  test('profit figures need the right to see profit', () => {
    const open = METRICS.filter((m) => m.group === 'profit' && m.permission !== 'profit:read')
    expect(open.map((m) => m.id)).toEqual([])
  })
})
