import type { Availability } from '@zhanggui/contract'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { ProtectionCard } from './protection-card.tsx'
import { ServiceCard } from './service-card.tsx'
import { SiteCard } from './site-card.tsx'
import { strings } from './strings.ts'
import { useAvailability } from './use-availability.ts'

const HEIGHT = 600

/** What keeps orders going: what is left out under load, the site that decides, what stands before orders. */
export default function AvailabilityPage() {
  const t = useStrings(strings)
  const query = useAvailability(useStoreId())
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      <PanelBody<Availability> query={query} height={HEIGHT}>
        {(now) => (
          <div className={stack.stack}>
            <Summary now={now} />
            <ServiceCard key={now.service.set?.at ?? ''} service={now.service} />
            <SiteCard site={now.site} />
            <ProtectionCard protection={now.protection} />
          </div>
        )}
      </PanelBody>
    </div>
  )
}

function Summary({ now: { service, site, protection } }: { now: Availability }) {
  const t = useStrings(strings)
  const format = useFormat()
  const standby = site?.follower ? t.standby(site.follower) : t.noStandby
  return (
    <FigureStrip label={t.summary}>
      <FigureTile
        label={t.level}
        value={t[`level${service.level}`]}
        exact={service.level}
        tone={service.level > 0 ? 'warn' : undefined}
      >
        <FigureWords>
          {service.set && service.set.level >= service.ofLoad ? t.byPerson(service.set.reason) : t.byLoad}
        </FigureWords>
      </FigureTile>
      <FigureTile
        label={t.leader}
        value={site ? (site.leader ?? t.nobody) : t.oneSite}
        tone={site && !site.follower ? 'warn' : undefined}
      >
        <FigureWords>{site ? standby : t.oneSiteText}</FigureWords>
      </FigureTile>
      <FigureTile
        label={t.door}
        value={protection.isUnderAttack ? t.attacked : t.calm}
        tone={protection.isUnderAttack ? 'bad' : undefined}
      >
        <FigureWords>{t.shutOut(format.count(protection.quarantined))}</FigureWords>
      </FigureTile>
    </FigureStrip>
  )
}
