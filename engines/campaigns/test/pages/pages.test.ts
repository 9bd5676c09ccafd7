import { describe, expect, it } from 'vitest'
import { actOnEntry, type CampaignPage, checkRelease, type EntryAct, pageStage } from '../../src/index.ts'

const done = (hour: number) => ({ at: `2026-09-01T${String(hour).padStart(2, '0')}:00:00.000Z`, by: '周设计' })
const NOW = done(12).at
const PAGE: CampaignPage = {
  title: '预热会场',
  kind: 'preheat',
  phase: 'preheat',
  owner: '周设计',
  brief: '倒计时、券墙、预售',
  blocks: [],
  releaseFrom: done(0).at,
  releaseUntil: done(20).at,
  proof: { ...done(5), link: 'https://proof' },
  tests: [{ ...done(6), what: '手机', passed: true, note: '' }],
  released: null,
  retired: null,
}
const codes = (more: Partial<CampaignPage>) => checkRelease({ ...PAGE, ...more }, NOW).map(({ code }) => code)

describe('a page on its way', () => {
  it.each([
    ['brief, proof and a passed test', {}, []],
    ['no brief', { brief: '' }, ['no_brief']],
    ['no proof', { proof: null }, ['no_proof']],
    ['no test record', { tests: [] }, ['no_test']],
    ['tested before the proof was changed', { proof: { ...done(7), link: 'x' } }, ['no_test']],
    [
      'a failed test',
      { tests: [...PAGE.tests, { ...done(7), what: '电脑', passed: false, note: '' }] },
      ['test_failed'],
    ],
    [
      'failed, then passed',
      {
        tests: [
          { ...done(6), what: '手机', passed: false, note: '' },
          { ...done(7), what: '手机', passed: true, note: '' },
        ],
      },
      [],
    ],
    ['before its window', { releaseFrom: done(13).at }, ['before_window']],
    ['after its window', { releaseUntil: NOW }, ['after_window']],
  ] as const)('[P3.23] no release without test record: %s', (_what, more, found) => expect(codes(more)).toEqual(found))

  it('[P3.23] the way of a page: brief, proof, test, release; a new proof takes it back', () => {
    const act = (action: string, hour: number, note = '', passed = true): EntryAct => ({
      action,
      ...done(hour),
      note,
      passed,
      detectSeconds: null,
      startSeconds: null,
      restoreSeconds: null,
    })
    let page: CampaignPage = { ...PAGE, brief: '', proof: null, tests: [] }
    const stages = [pageStage(page)]
    page = { ...page, brief: '倒计时' }
    stages.push(pageStage(page))
    for (const one of [
      act('proof', 1, 'https://1'),
      act('test', 2, '手机'),
      act('release', 3),
      act('proof', 4, 'https://2'),
      act('release', 5),
    ]) {
      const acted = actOnEntry({ kind: 'page', id: 'p', body: page }, one, new Set())
      if (acted.ok && acted.value.kind === 'page') page = acted.value.body
      stages.push(acted.ok ? pageStage(page) : 'brief')
    }
    expect(stages).toEqual(['brief', 'design', 'testing', 'ready', 'released', 'testing', 'brief'])
  })
})
