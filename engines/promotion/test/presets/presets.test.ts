import { describe, expect, it } from 'vitest'
import {
  compileRules,
  exampleValues,
  findPreset,
  MECHANICS,
  PIPELINES,
  PRESETS,
  type Preset,
  presetsOn,
  ruleOfPreset,
  TMALL_OFFICIAL_CUT,
} from '../../src/index.ts'

const filled = (preset: Preset) => {
  const rule = ruleOfPreset(preset, { ruleId: preset.preset, name: preset.zh, shopId: '甲' }, exampleValues(preset))
  if (!rule.ok) throw new Error(JSON.stringify(rule.error))
  return rule.value
}

describe('promotions by the name an operator picks', () => {
  it.each(PIPELINES.map((pipeline) => [pipeline.zh, pipeline] as const))(
    '%s: its presets compile with their examples',
    (_zh, on) => {
      const offered = presetsOn(on)
      for (const preset of offered) expect(compileRules(on, [filled(preset)]), preset.zh).toMatchObject({ ok: true })
      expect(offered.length).toBeGreaterThan(55)
    },
  )

  it('every preset can be had on some pipeline; the official cut only on its own', () => {
    const offered = new Set(PIPELINES.flatMap(presetsOn))
    expect(PRESETS.filter((preset) => !offered.has(preset))).toEqual([])
    expect(PIPELINES.filter((on) => presetsOn(on).some((p) => p.preset === 'officialCut'))).toEqual([
      TMALL_OFFICIAL_CUT,
    ])
  })

  it('names are told apart in both languages, and every mechanic can be reached by one', () => {
    for (const key of ['preset', 'zh', 'en'] as const)
      expect(new Set(PRESETS.map((preset) => preset[key])).size).toBe(PRESETS.length)
    expect(MECHANICS.map((m) => m.mechanic).filter((name) => !PRESETS.some((p) => p.mechanic === name))).toEqual([])
  })

  it('a field that is missing and one that is not known are both told, and no rule is made', () => {
    const preset = findPreset('flashPrice')
    if (!preset) throw new Error('there is a flash price')
    const made = ruleOfPreset(preset, { ruleId: 'r', name: '秒杀' }, { priceCents: 100, price: 100 })
    expect(made).toEqual({
      ok: false,
      error: [
        { code: 'field_missing', field: 'unitsPerBuyer', zh: '每人限购', en: 'Units per buyer' },
        { code: 'field_unknown', field: 'price', known: ['priceCents', 'unitsPerBuyer'] },
      ],
    })
  })

  it('conditions of the preset and of the rule both hold', () => {
    const preset = findPreset('newBuyerCut')
    if (!preset) throw new Error('there is a cut for new buyers')
    const made = ruleOfPreset(preset, { ruleId: 'r', name: '首单', when: { minTier: 0 } }, { cutCents: 500 })
    expect(made).toMatchObject({ ok: true, value: { when: { isNewBuyer: true, minTier: 0 }, level: 'platform' } })
  })
})
