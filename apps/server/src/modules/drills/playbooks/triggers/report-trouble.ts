import type { Store } from '@zhanggui/contract'
import type { Reason } from '@zhanggui/playbooks'
import type { Context } from '../../../../context.ts'
import { clearRaised, raiseIncident } from '../../../live/alerts/index.ts'
import type { PlaybookRow } from '../schema.ts'

const causeOf = (id: string) => ({ metric: `playbook/${id}`, dimension: 'trouble', value: 'couldNotAct' })

/** A playbook that should have acted and could not is an incident, one until it acts again: nothing fails in silence. */
export async function reportTrouble(
  context: Context,
  store: Store,
  { id, body }: Pick<PlaybookRow, 'id' | 'body'>,
  trouble: Reason | null,
): Promise<void> {
  const now = context.clock.now()
  if (!trouble) return clearRaised(context, store.id, causeOf(id), now)
  await raiseIncident(context, store.id, {
    cause: causeOf(id),
    titleZh: `自动化“${body.nameZh}”没能执行：${trouble.zh}`,
    titleEn: `Playbook “${body.nameEn}” could not act: ${trouble.en}`,
    severity: 'warning',
    owner: body.owner,
    action: { kind: 'playbook', ref: id, zh: '查看原因，人工处理', en: 'See why, and do it by hand' },
    now,
  })
}
