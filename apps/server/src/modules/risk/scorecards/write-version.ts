import { PutRiskScorecard, type RiskScorecardBody } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { refuseFaults } from '../../admin/versioned/unsound-record.ts'
import { SCORECARD_ID, SCORECARDS } from './scorecard-records.ts'

const UNSOUND = { code: 'risk_scorecard_unsound', zh: '这张评分卡还不能保存', en: 'This scorecard cannot be saved yet' }

function faultsOf({ verifyFrom, denyFrom, bins }: RiskScorecardBody) {
  const starts = bins.map(({ feature, from }) => `${feature} ${from}`)
  const twice = starts.find((start, i) => starts.indexOf(start) !== i)
  const faults = []
  if (verifyFrom > denyFrom)
    faults.push({ field: 'denyFrom', zh: '拒绝线不能低于验证线', en: 'refusing may not begin below checking' })
  if (twice !== undefined)
    faults.push({
      field: 'bins',
      zh: `同一特征的分段起点重复：${twice}`,
      en: `two bins begin at the same value: ${twice}`,
    })
  return faults
}

/**
 * Writes a version by hand: thresholds and points as people want them.
 * Errors: throws `invalid_request`, `UnsoundRecord`, `not_found`, `stale_version` with who changed it.
 */
export async function writeVersion(context: Context, caller: ResourceCaller, input: PutRiskScorecard): Promise<void> {
  const { version, body, reason } = parseInput(PutRiskScorecard, input)
  refuseFaults(UNSOUND, faultsOf(body))
  await SCORECARDS.put(context, caller, { id: SCORECARD_ID, version, body, own: {}, reason })
}
