import type { Loss } from './losses.ts'
import { roleName } from './role-names.ts'
import type { Scored } from './score.ts'

export type Lesson = { code: string; zh: string; en: string }

export type Lived = Scored & {
  falseAlarms: number
  lateSteps: readonly { zh: string; en: string; role: string; waitedMinutes: number; lateMinutes: number }[]
  /** Minutes that people took to agree to a run. */
  askedMinutes: number
  held: readonly string[]
  loss: Loss
  lossWithout: Loss
}

const lesson = (code: string, zh: string, en: string): Lesson => ({ code, zh, en })

/** A plan that keeps back less than this share of the loss is too weak. */
const KEPT_LEAST = 0.3
const QUESTION_MINUTES = 8

function timeLessons({ times, goals, askedMinutes }: Lived): Lesson[] {
  const found: Lesson[] = []
  if (times.detect === null)
    return [
      lesson(
        'notDetected',
        '全程没有被发现：改触发指标或缩短窗口',
        'It was never found: change the trigger or its window',
      ),
    ]
  if (times.detect > goals.detectMinutes)
    found.push(
      lesson(
        'detectedLate',
        `发现用了 ${times.detect} 分钟，目标 ${goals.detectMinutes}：缩短窗口或放宽阈值`,
        `Found after ${times.detect} minutes, ${goals.detectMinutes} is the goal: shorten the window or loosen the limit`,
      ),
    )
  if (times.start === null || times.start > goals.startMinutes)
    found.push(
      lesson('startedLate', '启动超时：检查值班和呼叫升级', 'Started late: look at the rota and who is called'),
    )
  if (times.restore === null)
    found.push(
      lesson('notRestored', '到结束也没有恢复：备一个更强的手段', 'Never restored: prepare something stronger'),
    )
  else if (times.restore > goals.restoreMinutes)
    found.push(
      lesson(
        'restoredLate',
        `恢复用了 ${times.restore} 分钟，目标 ${goals.restoreMinutes}`,
        `Restored after ${times.restore} minutes, ${goals.restoreMinutes} is the goal`,
      ),
    )
  if (askedMinutes > QUESTION_MINUTES)
    found.push(
      lesson(
        'askedLong',
        `等人确认用了 ${askedMinutes} 分钟：考虑降一级审批或预先授权`,
        `People took ${askedMinutes} minutes to agree: lower the approval or agree beforehand`,
      ),
    )
  return found
}

function peopleLessons({ lateSteps, affected, told }: Lived): Lesson[] {
  const late = lateSteps.map(({ zh, en, role, waitedMinutes, lateMinutes }) =>
    waitedMinutes > 0
      ? lesson(
          'roleBusy',
          `“${zh}”晚了 ${lateMinutes} 分钟，其中等人 ${waitedMinutes} 分钟：${roleName(role).zh}加人手`,
          `"${en}" was ${lateMinutes} minutes late, ${waitedMinutes} of them nobody was free: more people for ${roleName(role).en}`,
        )
      : lesson(
          'stepLate',
          `“${zh}”晚了 ${lateMinutes} 分钟：简化步骤`,
          `"${en}" was ${lateMinutes} minutes late: make it simpler`,
        ),
  )
  const left = affected - told
  return left > 0
    ? [
        ...late,
        lesson('notTold', `还有 ${left} 位受影响的买家没有被告知`, `${left} buyers who are affected were not told`),
      ]
    : late
}

function lossLessons({ loss, lossWithout, falseAlarms, held }: Lived): Lesson[] {
  const found: Lesson[] = []
  if (lossWithout.totalCents > 0) {
    const kept = 1 - loss.totalCents / lossWithout.totalCents
    if (kept < KEPT_LEAST)
      found.push(
        lesson(
          'weak',
          `只挽回 ${Math.round(kept * 100)}% 的损失：手段不够`,
          `Only ${Math.round(kept * 100)} % of the loss was kept back: the plan is too weak`,
        ),
      )
  }
  if (falseAlarms > 0)
    found.push(
      lesson('falseAlarms', `误触发 ${falseAlarms} 次：收紧条件`, `${falseAlarms} false alarms: tighten the condition`),
    )
  if (held.includes('couldNotAct'))
    found.push(
      lesson(
        'couldNotAct',
        '自动化有过想执行而不能：补齐操作对象',
        'A playbook could not act at first: register what it steers',
      ),
    )
  return found
}

/** What is to be learnt from one fault, worst first; empty when all went as planned. */
export const lessonsOf = (lived: Lived): Lesson[] => [
  ...timeLessons(lived),
  ...peopleLessons(lived),
  ...lossLessons(lived),
]
