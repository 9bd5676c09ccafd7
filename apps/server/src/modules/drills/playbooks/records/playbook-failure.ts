import type { ConditionFault } from '@zhanggui/playbooks'

/** Why a playbook cannot be saved: everything that is wrong, in both languages, by field. Nothing was changed. */
export class PlaybookFailure extends Error {
  override readonly name = 'PlaybookFailure'
  readonly code = 'playbook_unsound'
  readonly status = 422
  readonly messageEn: string
  readonly facts: { faults: readonly ConditionFault[] }

  constructor(faults: readonly ConditionFault[]) {
    super(`这个自动化还不能保存：${faults.map(({ zh }) => zh).join('；')}。`)
    this.messageEn = `This playbook cannot be saved yet: ${faults.map(({ en }) => en).join('; ')}.`
    this.facts = { faults }
  }
}
