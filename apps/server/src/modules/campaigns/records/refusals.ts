import type { MoveRefusal, Reason } from '@zhanggui/campaigns'
import { ApiFailure } from '../../../http/api-failure.ts'

/** Something that cannot be done, with every reason. The sentence quotes the first in both languages. */
export function refusedFor(
  code: 'campaign_entry_refused' | 'campaign_invalid',
  reasons: readonly Reason[],
): ApiFailure {
  const [first] = reasons
  return new ApiFailure(code, { count: reasons.length, first: `${first?.zh} / ${first?.en}`, reasons })
}

const two = (n: number): string => String(n).padStart(2, '0')

/** Why a campaign did not move, as an answer of the API. */
export function moveFailure(refusal: MoveRefusal): ApiFailure {
  switch (refusal.code) {
    case 'illegal_move':
      return new ApiFailure('campaign_illegal_move', {
        from: refusal.from.state,
        to: refusal.asked.state,
        possible: refusal.possible?.state ?? '–',
      })
    case 'too_early': {
      const { day, minute } = refusal.begins
      return new ApiFailure('campaign_too_early', {
        begins: `${day} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
      })
    }
    case 'checks_failed': {
      const [first] = refusal.failed
      const why = first?.reasons[0]
      return new ApiFailure('campaign_checks_failed', {
        count: refusal.failed.length,
        first: `${first?.nameZh}：${why?.zh} / ${first?.nameEn}: ${why?.en}`,
        failed: refusal.failed,
      })
    }
  }
}
