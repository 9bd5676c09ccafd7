import { describe, expect, it } from 'vitest'
import {
  compileRules,
  exampleValues,
  findPreset,
  MECHANICS,
  PRESETS,
  type Preset,
  ruleOfPreset,
  TMALL_OFFICIAL_CUT,
  TMALL_PARALLEL,
} from '../../src/index.ts'

const filled = (preset: Preset) => {
  const rule = ruleOfPreset(preset, { ruleId: preset.preset, name: preset.zh, shopId: '甲' }, exampleValues(preset))
  if (!rule.ok) throw new Error(JSON.stringify(rule.error))
  return rule.value
}

describe('promotions by the name an operator picks', () => {
  it.each(PRESETS.map((preset) => [preset.zh, preset] as const))('%s compiles with its examples', (_zh, preset) => {
    const pipeline = preset.preset === 'officialCut' ? TMALL_OFFICIAL_CUT : TMALL_PARALLEL
    expect(compileRules(pipeline, [filled(preset)])).toMatchObject({ ok: true })
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
