import type { ConditionFault } from '@zhanggui/playbooks'

/** What a kind's refusal is called, and how its sentence begins. */
export type Unsound = { code: string; zh: string; en: string }

/** Why a record cannot be saved: everything that is wrong, in both languages, by field. Nothing was changed. */
export class UnsoundRecord extends Error {
  override readonly name = 'UnsoundRecord'
  readonly status = 422
  readonly code: string
  readonly messageEn: string
  readonly facts: { faults: readonly ConditionFault[] }

  constructor({ code, zh, en }: Unsound, faults: readonly ConditionFault[]) {
    super(`${zh}：${faults.map((fault) => fault.zh).join('；')}。`)
    this.code = code
    this.messageEn = `${en}: ${faults.map((fault) => fault.en).join('; ')}.`
    this.facts = { faults }
  }
}

/** Errors: throws `UnsoundRecord` with every fault; nothing where there is none. */
export function refuseFaults(unsound: Unsound, faults: readonly ConditionFault[]): void {
  if (faults.length > 0) throw new UnsoundRecord(unsound, faults)
}
