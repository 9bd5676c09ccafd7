import type { RiskStanding } from '@zhanggui/contract'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { OrdersCard } from './orders-card.tsx'
import { PreviewCard } from './preview-card.tsx'
import { StandingStrip } from './standing-strip.tsx'
import { strings } from './strings.ts'
import { TrainCard } from './train-card.tsx'
import { useRisk } from './use-risk.ts'
import { VersionsCard } from './versions-card.tsx'

const HEIGHT = 480

/** 风控: by which scorecard orders are judged, what another would do, and what became of those that were. */
export default function RiskPage() {
  const t = useStrings(strings)
  const query = useRisk(useStoreId())
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      <PanelBody<RiskStanding> query={query} height={HEIGHT}>
        {(standing) => <Body standing={standing} />}
      </PanelBody>
      <OrdersCard />
    </div>
  )
}

function Body({ standing }: { standing: RiskStanding }) {
  const shown = standing.versions.find(({ version }) => version === standing.inForce?.version) ?? standing.versions[0]
  return (
    <div className={stack.stack}>
      <StandingStrip standing={standing} />
      {shown ? <VersionsCard standing={standing} /> : <NoScorecard />}
      {shown && <PreviewCard key={shown.version} versions={standing.versions} first={shown} />}
      <TrainCard standing={standing} />
    </div>
  )
}

function NoScorecard() {
  const t = useStrings(strings)
  return (
    <Card>
      <EmptyState title={t.empty} text={t.emptyText} />
    </Card>
  )
}
