import { type ClockStep, type PauseReason, warningAt } from './clock-policy.ts'
import type { Ladder } from './ladder.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Four fifths of the time: late enough to mean something, early enough to act. */
const WARN_BP = 8000

type StepNames = { id: string; nameZh: string; nameEn: string; pausedBy?: readonly PauseReason[] }

const step = (names: StepNames, targetMs: number, marks: ClockStep['marks'] = []): ClockStep => ({
  pausedBy: [],
  ...names,
  targetMs,
  begins: 'start',
  after: null,
  marks: [warningAt(targetMs, WARN_BP), ...marks].toSorted((a, b) => a.afterMs - b.afterMs),
})

const calls = (level: string, afterMs: number): ClockStep['marks'][number] => ({
  id: `call-${level}`,
  afterMs,
  kind: 'escalation',
  tells: level,
})

/** A crisis of opinion: three steps of one ladder, all from the moment it was noticed. Nothing excuses a late start or word. */
const CRISIS: Ladder = {
  id: 'crisis',
  nameZh: '舆情危机',
  nameEn: 'Opinion crisis',
  hours: null,
  closedTime: 'counts',
  source: '策划案：15 分钟响应、2 小时声明与补偿、24 小时闭环',
  steps: [
    step({ id: 'start', nameZh: '启动响应', nameEn: 'Response started' }, 15 * MINUTE),
    step({ id: 'statement', nameZh: '公开声明与补偿方案', nameEn: 'Statement and compensation' }, 2 * HOUR),
    step({ id: 'closure', nameZh: '闭环', nameEn: 'Closed', pausedBy: ['platform'] }, 24 * HOUR),
  ],
}

/** Measured at the solution, not at the first word. */
const COMPLAINT: Ladder = {
  id: 'complaint',
  nameZh: '客诉',
  nameEn: 'Complaint',
  hours: null,
  closedTime: 'free',
  source: '策划案：投诉 30 分钟内给出解决方案',
  steps: [
    step(
      { id: 'solution', nameZh: '给出解决方案', nameEn: 'Solution', pausedBy: ['customer', 'platform'] },
      30 * MINUTE,
      [calls('lead', 25 * MINUTE)],
    ),
  ],
}

const ROBOT_ANSWER: Ladder = {
  id: 'robot-answer',
  nameZh: '机器人首答',
  nameEn: 'Robot answer',
  hours: null,
  closedTime: 'free',
  source: '策划案：智能客服首次应答 10 秒',
  steps: [step({ id: 'answer', nameZh: '首次应答', nameEn: 'First answer' }, 10 * SECOND)],
}

const MERCHANT_PLAN: Ladder = {
  id: 'merchant-plan',
  nameZh: '商家预警预案',
  nameEn: 'Merchant warning plan',
  hours: null,
  closedTime: 'counts',
  source: '策划案：预警后 2 小时内提交预案',
  steps: [step({ id: 'plan', nameZh: '提交预案', nameEn: 'Plan filed' }, 2 * HOUR, [calls('lead', 90 * MINUTE)])],
}

/** The first level is called with the page itself. */
const DUTY_PAGE: Ladder = {
  id: 'duty-page',
  nameZh: '值班呼叫',
  nameEn: 'Page to the duty',
  hours: null,
  closedTime: 'free',
  source: '默认值：每 5 分钟升一级',
  steps: [
    step({ id: 'acknowledge', nameZh: '接单', nameEn: 'Acknowledged' }, 15 * MINUTE, [
      calls('second', 5 * MINUTE),
      calls('lead', 10 * MINUTE),
    ]),
  ],
}

/** What every shop starts with; its own targets and ladders go over these. */
export const SHIPPED_LADDERS: readonly Ladder[] = [CRISIS, COMPLAINT, ROBOT_ANSWER, MERCHANT_PLAN, DUTY_PAGE]
