import type { RiskStanding } from '@zhanggui/contract'
import { Link } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import link from '../../../parts/link.module.css'
import { strings } from './strings.ts'

/** What judges now, whether a doubtful buyer can be checked, and how much there is to learn from. */
export function StandingStrip({ standing: { inForce, checksOn, orders, frauds } }: { standing: RiskStanding }) {
  const t = useStrings(strings)
  const format = useFormat()
  const store = useStoreId()
  const since = inForce?.reached ? t.since(format.instant(inForce.since)) : t.notReached
  return (
    <FigureStrip label={t.now}>
      <FigureTile label={t.inForce} value={inForce ? `v${inForce.version}` : t.none} exact={inForce?.version}>
        <FigureWords>{inForce ? since : t.noneText}</FigureWords>
      </FigureTile>
      <FigureTile label={t.checks} value={checksOn ? t.on : t.off} tone={inForce && !checksOn ? 'warn' : undefined}>
        <FigureWords>
          {checksOn ? '' : `${t.offText} `}
          <Link to={`/stores/${encodeURIComponent(store)}/admin/resources/risk-checks`} className={link.link}>
            {t.setUp}
          </Link>
        </FigureWords>
      </FigureTile>
      <FigureTile label={t.judged} value={format.count(orders)} exact={orders}>
        <FigureWords>{t.frauds(format.count(frauds))}</FigureWords>
      </FigureTile>
    </FigureStrip>
  )
}
