import type { AlertAction, Role } from '@zhanggui/contract'
import type { Severity } from '@zhanggui/playbooks'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { raiseIncidentIn } from '../alerts/incidents/raise-incident.ts'
import type { ClockListener, ClockMarkPassed } from './clock-listener.ts'

/** Who answers for a missed deadline of a ladder. `each`: every matter is an incident of its own; else all of the ladder are one. */
type Answer = { owner: Role; severity: Severity; each: boolean }

const ANSWERS: Readonly<Record<string, Answer>> = {
  crisis: { owner: 'operations', severity: 'critical', each: true },
  'merchant-plan': { owner: 'operations', severity: 'critical', each: true },
  'duty-page': { owner: 'operations', severity: 'critical', each: true },
  complaint: { owner: 'service', severity: 'warning', each: false },
  'robot-answer': { owner: 'service', severity: 'warning', each: false },
}

/** A ladder of the shop's own. */
const ANY: Answer = { owner: 'operations', severity: 'warning', each: false }

/** In an incident's cause, where alerts have the id of a metric. */
const CAUSE = 'deadline'

const ACTION: AlertAction = {
  kind: 'task',
  ref: '',
  zh: '在 现场 → 时限 处理这件事，写下为什么超时',
  en: 'Settle it under Live → Deadlines, and write down why it was late',
}

const raise = (tx: RecordTx, passed: ClockMarkPassed, now: Date) => {
  const { store, ladder, clock, title, step } = passed
  const { owner, severity, each } = ANSWERS[ladder.id] ?? ANY
  return raiseIncidentIn(tx, store, {
    cause: { metric: CAUSE, dimension: 'ladder', value: each ? `${ladder.id}/${clock}` : ladder.id },
    titleZh: each ? `${ladder.nameZh}逾期：${title} · ${step.nameZh}` : `${ladder.nameZh}有逾期未完成`,
    titleEn: each ? `${ladder.nameEn} late: ${title}, ${step.nameEn}` : `${ladder.nameEn}: deadlines missed`,
    severity,
    owner,
    action: ACTION,
    now,
  })
}

/** A deadline missed is an incident with an owner and an action; a hundred late complaints are one. */
export const RAISE_BREACH: ClockListener = {
  id: 'raise-breach',
  async hear(context, { tx }, passed) {
    if (passed.kind === 'breach') await raise(tx, passed, context.clock.now())
  },
}
