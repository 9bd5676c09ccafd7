import type { CampaignState, EntryCheck } from '@zhanggui/contract'
import type { Bilingual } from '../../output/language.ts'
import type { Shell } from '../../shell.ts'

const STATES: Readonly<Record<CampaignState, Bilingual>> = {
  draft: { zh: '草稿', en: 'draft' },
  approved: { zh: '已批准', en: 'approved' },
  reservoir: { zh: '蓄水', en: 'reservoir' },
  preheat: { zh: '预热', en: 'pre-heat' },
  burst: { zh: '爆发', en: 'burst' },
  closing: { zh: '收尾', en: 'closing' },
  longTail: { zh: '长尾', en: 'long tail' },
  review: { zh: '复盘', en: 'review' },
  archived: { zh: '已归档', en: 'archived' },
}

export const stateText = (shell: Shell, state: CampaignState): string => shell.say(STATES[state])

const MARKS = { green: '✓', red: '✗', none: '·' } as const

/** Checks one a line, with the reasons of the red ones under them. */
export const checkLines = (shell: Shell, checks: readonly EntryCheck[]): string =>
  checks
    .flatMap(({ state, nameZh, nameEn, reasons }) => [
      `${MARKS[state]} ${shell.say({ zh: nameZh, en: nameEn })}`,
      ...reasons.map(({ zh, en }) => `    ${shell.say({ zh, en })}`),
    ])
    .join('\n')
