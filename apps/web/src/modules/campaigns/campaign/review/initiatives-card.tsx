import type { InitiativeInfo } from '@zhanggui/contract'
import { Link } from 'react-router'
import { useStrings } from '../../../../locale/strings.ts'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import link from '../../../../parts/link.module.css'
import { Panel } from '../../../../parts/panel.tsx'
import { InitiativeList } from '../../initiatives/initiative-list.tsx'
import { initiativeStrings } from '../../initiatives/strings.ts'
import { useInitiatives } from '../../initiatives/use-initiatives.ts'
import type { CampaignAt } from '../../use-campaigns.ts'

const HEIGHT = 120

/** Improvements that belong to this campaign, with what they changed. */
export function InitiativesCard({ at: { store, campaign } }: { at: CampaignAt }) {
  const t = useStrings(initiativeStrings)
  return (
    <Panel<InitiativeInfo[]>
      title={t.title}
      note={t.listNote}
      extra={
        <Link className={link.link} to={`/stores/${store}/admin/resources/initiatives`}>
          {t.add}
        </Link>
      }
      query={useInitiatives(store, campaign)}
      height={HEIGHT}
      isEmpty={(initiatives) => initiatives.length === 0}
      empty={<EmptyState title={t.noneHere} text={t.noneHereText} />}
    >
      {(initiatives) => <InitiativeList store={store} initiatives={initiatives} />}
    </Panel>
  )
}
