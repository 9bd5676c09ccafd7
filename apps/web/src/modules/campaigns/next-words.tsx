import type { CampaignSummary } from '@zhanggui/contract'
import { useStoreTimeZone } from '../../app/use-store-time-zone.ts'
import { useFormat } from '../../format/use-format.ts'
import { useStrings } from '../../locale/strings.ts'
import { campaignWords } from './campaign-words.ts'
import { dayIn, daysUntil } from './days-until.ts'
import { strings } from './list/strings.ts'

/** The next step and how far away it is: "预热 11月1日 还有 8 天". */
export function NextWords({ next, today }: Pick<CampaignSummary, 'next'> & { today: string }) {
  const t = useStrings(strings)
  const words = useStrings(campaignWords)
  const format = useFormat()
  const timeZone = useStoreTimeZone() ?? 'Asia/Shanghai'
  if (!next) return <span>{t.over}</span>
  // The first and the last step are a person's; the others come by the clock.
  if (next.dueAt === null) return <span>{next.state === 'archived' ? t.toArchive : t.toApprove}</span>
  const days = daysUntil(next.dueAt, today, timeZone)
  const when = days === 0 ? t.today : days > 0 ? t.inDays(format.count(days)) : t.sinceDays(format.count(-days))
  return (
    <span>
      {words[next.state]} {format.shortDay(dayIn(next.dueAt, timeZone))} {when}
    </span>
  )
}
