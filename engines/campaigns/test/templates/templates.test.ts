import { occasionInYear, TMALL_OCCASIONS } from '@zhanggui/calendar'
import { daysBetween, parseDay } from '@zhanggui/kernel'
import { findPreset } from '@zhanggui/promotion'
import { describe, expect, it } from 'vitest'
import {
  CAMPAIGN_TEMPLATES,
  type CampaignTemplate,
  checkEntry,
  checkPhases,
  copyEntries,
  entriesOf,
  instantiateCampaign,
} from '../../src/index.ts'
import { instantOf, LEADS } from '../support/campaign.ts'

function placed(template: CampaignTemplate, year = 2026) {
  const rule = TMALL_OCCASIONS.find(({ id }) => id === template.occasion)
  const occasion = rule ? occasionInYear(rule, year) : null
  return instantiateCampaign(template, {
    mainDay: parseDay(`${year}-09-16`),
    occasion,
    leads: LEADS,
    language: 'zh',
    instantOf,
  })
}

describe('campaign templates', () => {
  it('there is one for each campaign of the year', () => {
    expect(CAMPAIGN_TEMPLATES.map(({ id }) => id)).toEqual([
      'double11',
      '618',
      'newYearGoods',
      'women38',
      'brandDay',
      'categoryDay',
      'newLaunch',
      'anniversary',
    ])
  })

  it.each(CAMPAIGN_TEMPLATES.map((template) => [template.nameZh, template] as const))(
    '[P3.15] %s is a whole campaign: phases joined, work, run sheet and pages sound, gameplay known',
    (_name, template) => {
      const { windows, entries } = placed(template)
      expect(checkPhases(windows).filter(({ code }) => code !== 'out_of_tolerance')).toEqual([])
      expect(entries.flatMap((entry) => checkEntry(entry, { entries, slots: [] }))).toEqual([])
      expect(template.mechanics.filter((preset) => !findPreset(preset))).toEqual([])
      for (const kind of ['task', 'run', 'page', 'training', 'attestation'] as const)
        expect([kind, entriesOf(entries, kind).length > 0]).toEqual([kind, true])
    },
  )

  it('[P3.16] a template that follows no occasion keeps every tolerance of the phases', () => {
    for (const template of CAMPAIGN_TEMPLATES.filter(({ occasion }) => occasion === null))
      expect(checkPhases(placed(template).windows)).toEqual([])
  })

  it('[P3.15] a copy stands on the same campaign days as the year before, and has nothing of what was done', () => {
    const template = CAMPAIGN_TEMPLATES.find(({ id }) => id === 'newYearGoods')
    if (!template) throw new Error('there is one')
    const [before, after] = [placed(template, 2026), placed(template, 2027)]
    const done = { at: '2026-01-01T00:00:00.000Z', by: '甲' }
    const used = before.entries.map((entry) =>
      entry.kind === 'task' ? { ...entry, body: { ...entry.body, finished: { ...done, proof: 'x' } } } : entry,
    )
    const copied = copyEntries(used, daysBetween(before.mainDay, after.mainDay))
    const offsets = (entries: typeof copied, main: typeof before.mainDay) =>
      entriesOf(entries, 'task').map(({ id, body }) => [id, daysBetween(main, body.dueDay)])
    expect(offsets(copied, after.mainDay)).toEqual(offsets(used, before.mainDay))
    expect(entriesOf(copied, 'task').every(({ body }) => body.finished === null)).toBe(true)
    expect(entriesOf(copied, 'run').map(({ id, body }) => [id, body.at])).toEqual(
      entriesOf(after.entries, 'run').map(({ id, body }) => [id, body.at]),
    )
  })
})
