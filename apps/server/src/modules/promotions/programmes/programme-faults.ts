import { PROGRAMME_REFUSAL_TEXT, type ProgrammeRefusal, type SettingProblem } from '@zhanggui/gameplay'
import { ApiFailure } from '../../../http/api-failure.ts'

/** Everything that is wrong with terms or with a command's values, at once. */
export function faultsOf(problems: readonly SettingProblem[]): ApiFailure {
  const [first] = problems
  const words = first ? { zh: `${first.field}：${first.zh}`, en: `${first.field}: ${first.en}` } : ''
  return new ApiFailure('programme_faults', { count: problems.length, first: words, problems })
}

/** A step that the published terms do not allow. */
export function refusedBy({ code }: ProgrammeRefusal): ApiFailure {
  return new ApiFailure('programme_refused', { reason: code, why: PROGRAMME_REFUSAL_TEXT[code] })
}
