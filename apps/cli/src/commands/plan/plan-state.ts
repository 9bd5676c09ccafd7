import type { PlanSummary } from '@zhanggui/contract'
import type { Bilingual } from '../../output/language.ts'

/** Where a plan stands, in a few words. */
export function planState({ status, approvedVersion, confirmedBy }: PlanSummary): Bilingual {
  if (status === 'draft')
    return approvedVersion === null
      ? { zh: '草稿', en: 'draft' }
      : { zh: `草稿（曾批准版本 ${approvedVersion}）`, en: `draft (version ${approvedVersion} was approved)` }
  return confirmedBy === null
    ? { zh: `已批准版本 ${approvedVersion}，待商家确认`, en: `version ${approvedVersion} approved, not confirmed yet` }
    : { zh: `已批准版本 ${approvedVersion}，商家已确认`, en: `version ${approvedVersion} approved and confirmed` }
}
