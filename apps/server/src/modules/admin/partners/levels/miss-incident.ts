import type { LevelPeriod } from '@zhanggui/campaigns'
import type { PartnerKind, Role } from '@zhanggui/contract'
import type { Cause } from '@zhanggui/playbooks'
import type { Raised } from '../../../live/alerts/incidents/raise-incident.ts'
import { writeFigure } from '../../../live/alerts/rules/rule-words.ts'
import type { ContractTerms, LevelTerms, PartnerTerms } from '../read-terms.ts'

/** Who in the shop talks to the partner. */
const OWNERS: Record<PartnerKind, Role> = {
  mcn: 'content',
  logistics: 'warehouse',
  payment: 'finance',
  media: 'media',
  other: 'operations',
}

/** One trouble for as long as it lasts, however many periods it goes on. */
export const missCause = (contract: ContractTerms, level: LevelTerms): Cause => ({
  metric: 'partnerLevel',
  dimension: 'contract',
  value: `${contract.number}/${level.figure}`,
})

type Missed = { partner: PartnerTerms; contract: ContractTerms; level: LevelTerms; period: LevelPeriod }

/** A missed service level in the words of an alert. */
export function missIncident({ partner, contract, level, period }: Missed, value: number, now: Date): Raised {
  const write = (figure: number, language: 'zh' | 'en'): string => writeFigure(figure, level.unit, language)
  const asked = level.op === 'atLeast' ? { zh: '不低于', en: 'at least' } : { zh: '不高于', en: 'at most' }
  return {
    cause: missCause(contract, level),
    titleZh: `${partner.name}未达标准：${level.nameZh} ${write(value, 'zh')}（约定${asked.zh} ${write(level.target, 'zh')}，${period.from} 起）`,
    titleEn: `${partner.name} missed a level: ${level.nameEn} ${write(value, 'en')} (agreed: ${asked.en} ${write(level.target, 'en')}, from ${period.from})`,
    severity: 'warning',
    owner: OWNERS[partner.kind] ?? 'operations',
    action: {
      kind: 'task',
      ref: '',
      zh: `请合作方在工作台写明原因和改进日期；合同 ${contract.number}`.slice(0, 200),
      en: `Ask the partner for the cause and a date in the workspace; contract ${contract.number}`.slice(0, 200),
    },
    now,
  }
}
