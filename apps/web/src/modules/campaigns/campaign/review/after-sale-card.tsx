import { useQuery } from '@tanstack/react-query'
import type { CampaignAfterSale } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../../api/client.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Panel } from '../../../../parts/panel.tsx'
import type { CampaignAt } from '../../use-campaigns.ts'
import styles from '../campaign.module.css'
import { strings } from '../strings.ts'

const HEIGHT = 120

/** Orders of the campaign that stayed open, and of how many somebody was told. */
export function AfterSaleCard({ at }: { at: CampaignAt }) {
  const t = useStrings(strings)
  const format = useFormat()
  const query = useQuery({
    queryKey: queryKeys.storeList(at.store, 'campaigns', at.campaign, 'after-sale'),
    queryFn: ({ signal }) =>
      apiGet<CampaignAfterSale>(storePath(at.store, 'campaigns', at.campaign, 'after-sale'), signal),
  })
  return (
    <Panel<CampaignAfterSale> title={t.afterSale} query={query} height={HEIGHT}>
      {(open) => (
        <ul className={styles.list}>
          {(['unpaid', 'refunds', 'escalated'] as const).map((kind) => (
            <li key={kind} className={styles.row}>
              <span>{t[kind]}</span>
              <span data-value={open[kind]}>{format.count(open[kind])}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
