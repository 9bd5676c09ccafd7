import type { ConditionFault } from '@zhanggui/playbooks'

/** Why a contingency plan cannot be adopted: everything that is wrong, by field. Nothing was changed. */
export class PlanFailure extends Error {
  override readonly name = 'PlanFailure'
  readonly code = 'contingency_plan_unsound'
  readonly status = 422
  readonly messageEn: string
  readonly facts: { faults: readonly ConditionFault[] }

  constructor(faults: readonly ConditionFault[]) {
    super(`这个预案还不能采用：${faults.map(({ zh }) => zh).join('；')}。`)
    this.messageEn = `This plan cannot be adopted yet: ${faults.map(({ en }) => en).join('; ')}.`
    this.facts = { faults }
  }
}
